package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.hold.FaultyJournal;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import com.gloebit.reactive.wire.support.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** A purchase with holds: it is in the journal before it is on the wire, and one id has one body. */
class JournaledPurchaseTest {
    private static final TransactionId ID = TransactionId.of("order-1");
    private static final String ACCEPTED = "{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}";

    private final TransactionJournal journal = TransactionJournal.inMemory(1);
    private final SettableClock clock = new SettableClock();

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @Test
    void aPurchaseIsRecordedAndSentWithItsThreeUrls() {
        GloebitClient client = client();
        gloebit.expect(request(client).answers(ACCEPTED));

        Receipt receipt = ada(client).purchase(Given.TORCHES).block(Given.PATIENCE);

        assertThat(receipt).isNotNull();
        assertThat(entry().state()).isEqualTo(TransactionState.HELD);
        assertThat(entry().purchase().body())
                .asString()
                .isEqualTo(gloebit.bodies().get(0));
        assertThat(entry().dueAt()).isNull();
    }

    @Test
    void anotherProcessSendsTheSameBytesAtAnotherTime() {
        GloebitClient client = client();
        gloebit.expect(3, request(client).answers(Answers.status(500)));
        Failures.of(ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class);
        assertThat(entry().state()).isEqualTo(TransactionState.IN_DOUBT);
        clock.advance(Duration.ofHours(1));
        GloebitClient restarted = client();
        gloebit.expect(request(client).answers(ACCEPTED));

        assertThat(ada(restarted).purchase(Given.TORCHES).block(Given.PATIENCE)).isNotNull();

        assertThat(gloebit.bodies()).containsOnly(gloebit.bodies().get(0));
    }

    /** Its URLs stay those that were signed first. */
    @Test
    void aRotatedSigningKeyDoesNotChangeARecordedPurchase() {
        GloebitClient client = client();
        gloebit.expect(3, request(client).answers(Answers.status(500)));
        Failures.of(ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class);
        byte[] newKey = new byte[32];
        newKey[0] = 1;
        GloebitClient rotated = gloebit.client(settings ->
                settings.holds(holds()).signingKey(newKey, new byte[32]).clock(clock));
        gloebit.expect(request(client).answers(ACCEPTED));

        assertThat(ada(rotated).purchase(Given.TORCHES).block(Given.PATIENCE)).isNotNull();

        assertThat(gloebit.bodies()).containsOnly(gloebit.bodies().get(0));
    }

    /** Whoever stored a purchase of an earlier second means the one that the journal has. */
    @Test
    void aResendSendsTheBytesOfTheJournal() {
        GloebitClient client = client();
        gloebit.expect(3, request(client).answers(Answers.status(500)));
        PendingPurchase pending = Failures.of(ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class)
                .pending();
        String later = new String(pending.body(), StandardCharsets.UTF_8).replace("1700000000", "1700000009");
        gloebit.expect(request(client).answers(ACCEPTED));

        ada(client)
                .resend(PendingPurchase.of(
                        ID, pending.kind(), TransactVersion.V1, null, later.getBytes(StandardCharsets.UTF_8)))
                .block(Given.PATIENCE);

        assertThat(gloebit.bodies()).containsOnly(gloebit.bodies().get(0));
    }

    /** The journal knows that it was sent: a process that did not send it must not say that it was not done. */
    @Test
    void aPurchaseInDoubtStaysInDoubtForTheNextProcess() {
        GloebitClient client = client();
        gloebit.expect(3, request(client).answers(Answers.lost()));
        Failures.of(ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class);
        gloebit.stop();

        assertThat(Failures.of(ada(client()).purchase(Given.TORCHES)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void anotherPurchaseUnderTheSameIdIsRefused() {
        GloebitClient client = client();
        gloebit.expect(request(client).answers(ACCEPTED));
        ada(client).purchase(Given.TORCHES).block(Given.PATIENCE);

        CallBlockedException told = Failures.of(
                ada(client).purchase(ItemPurchase.of(ID, "sword", 25).withUsername(Given.USERNAME)),
                CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.TRANSACTION_ID);
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aPurchaseIsNotSentIfTheJournalIsFull() {
        GloebitClient client = client();
        gloebit.expect(request(client).answers(ACCEPTED));
        ada(client).purchase(Given.TORCHES).block(Given.PATIENCE);

        CallBlockedException told = Failures.of(
                ada(client)
                        .purchase(ItemPurchase.of(TransactionId.of("order-2"), "torch", 3)
                                .withUsername(Given.USERNAME)),
                CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.JOURNAL);
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aRejectedPurchaseIsVetoedUntilItIsSentAgain() {
        GloebitClient client = client();
        gloebit.expect(request(client).answers(refused()), request(client).answers(ACCEPTED));

        Failures.of(ada(client).purchase(Given.TORCHES), TransactionRejectedException.class);
        assertThat(call(client, HoldStep.ENACT)).isEqualTo("[false,\"rejected\"]");
        ada(client).purchase(Given.TORCHES).block(Given.PATIENCE);

        assertThat(call(client, HoldStep.ENACT)).isEqualTo("[true]");
    }

    /** The late request is refused when Gloebit asks, and recovery does not send it until it is paid. */
    @Test
    void tooFewGloebitsAfterAnUnansweredRequestAreVetoedAndNotDone() {
        GloebitClient client = client();
        gloebit.expect(request(client).answers(Answers.lost()), request(client).answers(refused()));

        TransactionRejectedException told =
                Failures.of(ada(client).purchase(Given.TORCHES), TransactionRejectedException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(entry().state()).isEqualTo(TransactionState.REJECTED);
        clock.advance(Duration.ofDays(1));
        assertThat(client.holds().recovery().collectList().block(Given.PATIENCE))
                .isEmpty();
        assertThat(call(client, HoldStep.ENACT)).isEqualTo("[false,\"rejected\"]");
    }

    @Test
    void tooFewGloebitsAreInDoubtIfTheVetoIsNotConfirmed() {
        FaultyJournal troubled = new FaultyJournal(journal);
        GloebitClient client = client(troubled);
        gloebit.expect(request(client).answers(Answers.lost()), request(client).answers(refused()));
        troubled.onReplace = step -> FaultyJournal.lost();

        TransactionInDoubtException told =
                Failures.of(ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class);

        assertThat(told).hasCauseInstanceOf(TransactionRejectedException.class);
        assertThat(entry().state()).isEqualTo(TransactionState.SUBMITTED);
    }

    /** Its handler could never be called. */
    @Test
    void aPurchaseWithoutItemAndProductIsNotResent() {
        GloebitClient client = client();
        gloebit.expect(3, request(client).answers(Answers.lost()));
        PendingPurchase pending = Failures.of(ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class)
                .pending();
        PendingPurchase otherKind =
                PendingPurchase.of(ID, PurchaseKind.PRODUCT, pending.version(), null, pending.body());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ada(client).resend(otherKind))
                .withMessageContaining("does not say what was bought");
    }

    /** Gloebit would book it without asking: a veto would be none. */
    @Test
    void aPurchaseEncodedWithoutHoldsIsNotResentByAClientWithHolds() {
        gloebit.expect(3, SampleCall.PURCHASE.request().answers(Answers.lost()));
        PendingPurchase pending = Failures.of(gloebit.ada().purchase(Given.TORCHES), TransactionInDoubtException.class)
                .pending();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ada(client()).resend(pending))
                .withMessageContaining("without hold callbacks");
    }

    @Test
    void anAbandonedPurchaseIsNeverSent() {
        GloebitClient client = client();
        gloebit.expect(request(client).answers(ACCEPTED));
        ada(client).purchase(Given.TORCHES).block(Given.PATIENCE);

        assertThat(client.holds().abandon(ID).block(Given.PATIENCE)).isTrue();

        assertThat(call(client, HoldStep.ENACT)).isEqualTo("[false,\"rejected\"]");
        Failures.of(ada(client).purchase(Given.TORCHES), TransactionCancelledException.class);
        Failures.of(client.holds().settlement(ID), TransactionCancelledException.class);
    }

    @Test
    void anEnactedPurchaseCannotBeAbandoned() {
        GloebitClient client = client();
        gloebit.expect(request(client).answers(ACCEPTED));
        ada(client).purchase(Given.TORCHES).block(Given.PATIENCE);
        assertThat(call(client, HoldStep.ENACT)).isEqualTo("[true]");

        assertThat(client.holds().abandon(ID).block(Given.PATIENCE)).isFalse();
    }

    @Test
    void holdsWithoutASigningKeyAreRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> gloebit.client(settings -> settings.holds(holds())))
                .withMessageContaining("signingKey");
    }

    @Test
    void holdsOfAClientWithoutHoldsAreRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> gloebit.client().holds())
                .withMessageContaining("holds");
    }

    private static MockResponse refused() {
        return Answers.json("{\"success\":false,\"status\":\"queued\",\"reason\":\"insufficient balance\"}");
    }

    private GloebitClient client() {
        return client(journal);
    }

    private GloebitClient client(TransactionJournal entries) {
        return gloebit.client(settings -> settings.holds(holds().withJournal(entries))
                .signingKey(new byte[32])
                .clock(clock));
    }

    private HoldSettings holds() {
        return HoldSettings.of(URI.create("https://app.example/holds"), journal, new HoldHandler() {
            @Override
            public Mono<Void> consume(HeldTransaction transaction) {
                return Mono.empty();
            }
        });
    }

    private static AuthorizedUser ada(GloebitClient client) {
        return client.withCredential(Credential.of(Given.TOKEN));
    }

    private ExpectedRequest request(GloebitClient client) {
        return ExpectedRequest.postJson(
                "/transact",
                "{\"version\":1,\"application-key\":\"application-key\",\"request-created\":1700000000,"
                        + "\"username-on-application\":\"ada.lovelace\",\"transaction-id\":\"order-1\","
                        + "\"asset-code\":\"torch\",\"asset-quantity\":2,\"gloebit-balance-change\":6,"
                        + url(client, HoldStep.ENACT) + "," + url(client, HoldStep.CONSUME) + ","
                        + url(client, HoldStep.CANCEL) + "}");
    }

    private static String url(GloebitClient client, HoldStep step) {
        return "\"asset-" + step.text() + "-hold-url\":\"" + client.holds().callbackUri(ID, step) + "\"";
    }

    private static String call(GloebitClient client, HoldStep step) {
        return Objects.requireNonNull(client.holds()
                        .answer(client.holds().callbackUri(ID, step))
                        .block(Given.PATIENCE))
                .body();
    }

    private JournalEntry entry() {
        return Objects.requireNonNull(journal.find(ID).block(Given.PATIENCE));
    }
}
