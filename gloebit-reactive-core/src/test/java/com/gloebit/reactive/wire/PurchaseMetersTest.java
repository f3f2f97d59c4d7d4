package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ScopeMissingException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.failure.UsernameRequiredException;
import com.gloebit.reactive.hold.FaultyJournal;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.JournaledShop;
import com.gloebit.reactive.wire.support.SampleCall;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The counters say what callers were told, whoever decided it; and each failure says of which purchase it is. */
class PurchaseMetersTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    private final JournaledShop shop = new JournaledShop(gloebit);

    @Test
    void aRefusalThatTheJournalPutsInDoubtCountsAsInDoubt() {
        GloebitClient client = shop.client();
        gloebit.expect(JournaledShop.request(client).answers("{\"success\":false,\"status\":\"cannot-spend\"}"));
        shop.journal.onReplace = step -> FaultyJournal.lost();

        told(client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES), TransactionInDoubtException.class);

        assertCounted(0, 0, 1);
        assertThat(gloebit.operations("transact", "unknown")).isEqualTo(1);
    }

    @Test
    void aPurchaseThatTheJournalRefusesCountsAsFailed() {
        shop.journal.onRecord = step -> FaultyJournal.lost();

        told(shop.keyless().purchase(Given.TORCHES), CallBlockedException.class);

        assertCounted(0, 1, 0);
        assertThat(gloebit.operations("transact", "not-done")).isEqualTo(1);
    }

    @Test
    void aReceiptCountsAsOneOperationDespiteItsLookUp() {
        gloebit.expect(
                JournaledShop.user(Given.USERNAME),
                JournaledShop.request(shop.client()).answers(JournaledShop.ACCEPTED));

        shop.keyless().purchase(JournaledShop.NAMELESS).block(Given.PATIENCE);

        assertCounted(1, 0, 0);
        assertThat(gloebit.operations("transact", "done")).isEqualTo(1);
    }

    @Test
    void aRejectionIsCountedUnderTheKindOfItsPurchase() {
        gloebit.expect(SampleCall.PURCHASE.request().answers("{\"success\":false,\"status\":\"cannot-spend\"}"));

        told(gloebit.ada().purchase(Given.TORCHES), TransactionRejectedException.class);
        assertCounted(0, 1, 0);
    }

    @Test
    void aFailureBeforeSendingIsCountedUnderTheKindOfItsPurchase() {
        Credential noTransact = Credential.of(Given.TOKEN, null, null, Set.of(Scope.USER));
        Credential noUser = Credential.of(Given.TOKEN, null, null, Set.of(Scope.TRANSACT));
        gloebit.expect(ExpectedRequest.get("/user").answers(Answers.refused("unknown user")));

        told(gloebit.client().withCredential(noTransact).purchase(Given.TORCHES), ScopeMissingException.class);
        told(gloebit.client().withCredential(noTransact).purchase(JournaledShop.NAMELESS), ScopeMissingException.class);
        told(gloebit.client().withCredential(noUser).purchase(JournaledShop.NAMELESS), UsernameRequiredException.class);
        told(gloebit.ada().purchase(JournaledShop.NAMELESS), GloebitException.class);
        GloebitClient closed = gloebit.client();
        closed.dispose();
        told(closed.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES), CallBlockedException.class);
        assertCounted(0, 5, 0);
    }

    /** The journal has it, and recovery sends it: the buyer went away while it may happen. */
    @Test
    void aPurchaseThatIsCancelledWhileItIsRecordedCountsAsInDoubt() {
        GloebitClient client = shop.client();
        shop.save(Given.CREDENTIAL);
        shop.journal.onRecord = step -> step.then(Mono.never());
        Disposable bought = shop.ada(client).purchase(Given.TORCHES).subscribe();
        bought.dispose();
        assertThat(shop.entry().state()).isEqualTo(TransactionState.SUBMITTED);

        assertThat(gloebit.counted("gloebit.purchases.in.doubt")).isEqualTo(1);
    }

    /** The same, with a veto that was lifted. */
    @Test
    void aPurchaseThatIsCancelledWhileItsVetoIsLiftedCountsAsInDoubt() {
        GloebitClient client = shop.client();
        shop.save(Given.CREDENTIAL);
        gloebit.expect(JournaledShop.request(client).answers("{\"success\":false,\"status\":\"cannot-spend\"}"));
        Failures.of(shop.ada(client).purchase(Given.TORCHES));
        shop.journal.onReplace = step -> step.then(Mono.never());
        Disposable bought = shop.ada(client).purchase(Given.TORCHES).subscribe();
        bought.dispose();
        assertThat(shop.entry().state()).isEqualTo(TransactionState.SUBMITTED);

        assertThat(gloebit.counted("gloebit.purchases.in.doubt")).isEqualTo(1);
    }

    /** Vetoed and told NOT_DONE; Gloebit consumes all the same. */
    @Test
    void aConsumeAfterOurVetoIsCountedAsAContradiction() {
        GloebitClient client = shop.client();
        gloebit.expect(JournaledShop.request(client)
                .answers("{\"success\":false,\"status\":\"queued\",\"reason\":\"insufficient balance\"}"));
        assertThat(Failures.of(client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES))
                        .outcome())
                .isEqualTo(Outcome.NOT_DONE);
        assertThat(JournaledShop.called(client, HoldStep.ENACT)).contains("rejected");

        JournaledShop.called(client, HoldStep.CONSUME);

        assertThat(gloebit.counted("gloebit.holds.contradicted")).isEqualTo(1);
    }

    private static void told(Mono<Receipt> purchase, Class<? extends GloebitException> kind) {
        assertThat(Failures.of(purchase, kind).transactionId()).isEqualTo(JournaledShop.ID);
    }

    private void assertCounted(int accepted, int failed, int inDoubt) {
        assertThat(gloebit.counted("gloebit.purchases.accepted")).as("accepted").isEqualTo(accepted);
        assertThat(gloebit.counted("gloebit.purchases.failed")).as("failed").isEqualTo(failed);
        assertThat(gloebit.counted("gloebit.purchases.in.doubt")).as("in doubt").isEqualTo(inDoubt);
    }
}
