package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.hold.FaultyJournal;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.JournaledShop;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** A purchase that the journal has from before: what is told of it now, and what recovery does with it. */
class BoughtBeforeTest {
    private static final String TOO_POOR =
            "{\"success\":false,\"status\":\"queued\",\"reason\":\"insufficient balance\"}";

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    private final JournaledShop shop = new JournaledShop(gloebit);

    /** The application's key says whose it is, and the journal knows the name. */
    @Test
    void aRecordedPurchaseIsSentAgainThoughTheNameCannotBeLookedUp() {
        GloebitClient client = shop.leftInDoubt();
        gloebit.expect(3, ExpectedRequest.get("/user").answers(Answers.lost()));
        gloebit.expect(JournaledShop.request(client).answers(JournaledShop.ACCEPTED));

        assertThat(shop.ada(shop.client()).purchase(JournaledShop.NAMELESS).block(Given.PATIENCE))
                .isNotNull();
    }

    @Test
    void aRecordedPurchaseIsInDoubtIfNothingIsReachable() {
        shop.leftInDoubt();
        gloebit.stop();

        TransactionInDoubtException told = Failures.of(
                shop.ada(shop.client()).purchase(JournaledShop.NAMELESS), TransactionInDoubtException.class);

        assertThat(told.pending()).isEqualTo(shop.entry().purchase());
    }

    /** It may be another user's: nobody is given what is not his. */
    @Test
    void withoutKeyAndNameARecordedPurchaseIsNotReportedAsNotDone() {
        shop.leftInDoubt();
        gloebit.stop();

        CallBlockedException told =
                Failures.of(shop.keyless().purchase(JournaledShop.NAMELESS), CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.TRANSACTION_ID);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(told).hasCauseInstanceOf(ServiceUnreachableException.class);
    }

    /** The insertion that nobody confirmed may still come, and recovery would send it. */
    @Test
    void aMonoThatMayHaveRecordedItsPurchaseStaysInDoubt() {
        shop.save(Given.CREDENTIAL);
        Mono<Receipt> purchase = shop.ada(shop.client()).purchase(JournaledShop.NAMELESS);
        gloebit.expect(JournaledShop.user(Given.USERNAME));
        shop.journal.onRecord = step -> Mono.error(new TimeoutException());
        Failures.of(purchase, TransactionInDoubtException.class);

        shop.journal.onRecord = step -> FaultyJournal.lost();

        Failures.of(purchase, TransactionInDoubtException.class);
    }

    /** Whatever the journal says by then. */
    @Test
    void aMonoThatSentItsPurchaseStaysInDoubt() {
        GloebitClient client = shop.client();
        shop.save(Given.CREDENTIAL);
        gloebit.expect(3, JournaledShop.request(client).answers(Answers.lost()));
        Mono<Receipt> purchase = shop.ada(client).purchase(Given.TORCHES);
        Failures.of(purchase, TransactionInDoubtException.class);

        shop.journal.onRecord = step -> FaultyJournal.lost();
        shop.journal.onFind = step -> Mono.empty();

        Failures.of(purchase, TransactionInDoubtException.class);
    }

    @Test
    void anotherPurchaseOfTheIdIsNotInDoubtOnceTheJournalCanBeRead() {
        GloebitClient client = shop.leftInDoubt();
        Mono<Receipt> other = shop.ada(client)
                .purchase(ItemPurchase.of(JournaledShop.ID, "sword", 3).withUsername(Given.USERNAME));
        shop.journal.onFind = step -> FaultyJournal.lost();
        Failures.of(other, TransactionInDoubtException.class);

        shop.journal.onFind = step -> step;

        assertTaken(other, Outcome.NOT_DONE);
    }

    @Test
    void anotherPurchaseOfTheIdIsNotInDoubt() {
        shop.leftInDoubt();
        gloebit.stop();

        assertThat(Failures.of(shop.keyless().purchase(ItemPurchase.of(JournaledShop.ID, "sword", 3)))
                        .outcome())
                .isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aPurchaseIsNotReportedAsNotDoneIfNeitherNameNorJournalCanBeRead() {
        shop.leftInDoubt();
        gloebit.stop();
        shop.journal.onFind = step -> FaultyJournal.lost();

        CallBlockedException told =
                Failures.of(shop.keyless().purchase(JournaledShop.NAMELESS), CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.JOURNAL);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aRecordedPurchaseIsRecognizedAfterARenameAndANewAuthorization() {
        GloebitClient client = shop.leftInDoubt();
        shop.save(Credential.of(Given.TOKEN, null, "app-user-7", null));
        gloebit.expect(
                JournaledShop.user("countess"), JournaledShop.request(client).answers(JournaledShop.ACCEPTED));

        assertThat(shop.ada(client).purchase(JournaledShop.NAMELESS).block(Given.PATIENCE))
                .isNotNull();

        assertThat(shop.entry().state()).isEqualTo(TransactionState.HELD);
    }

    /** Nobody knows whether it is the same user. */
    @Test
    void withoutAKeyADifferentNameIsNotReportedAsNotDone() {
        shop.leftInDoubt();
        gloebit.expect(JournaledShop.user("countess"));

        assertTaken(shop.keyless().purchase(JournaledShop.NAMELESS), Outcome.UNKNOWN);
    }

    @Test
    void anAbandonedPurchaseIsReportedAsNotDone() {
        GloebitClient client = shop.leftInDoubt();
        client.holds().abandon(JournaledShop.ID).block(Given.PATIENCE);
        gloebit.expect(JournaledShop.user("countess"));

        assertTaken(shop.keyless().purchase(JournaledShop.NAMELESS), Outcome.NOT_DONE);
    }

    @Test
    void aPurchaseOfAnotherUserKeyIsAnotherPurchase() {
        GloebitClient client = shop.leftInDoubt();
        shop.store.save("bob", Given.CREDENTIAL).block(Given.PATIENCE);
        AuthorizedUser bob = Objects.requireNonNull(client.user("bob").block(Given.PATIENCE));

        assertTaken(bob.purchase(Given.TORCHES), Outcome.NOT_DONE);
        Failures.of(bob.resend(shop.entry().purchase()), TransactionInDoubtException.class);
    }

    /** Gloebit may have forgotten the id, and would charge again; the callback to that would be agreed to. */
    @Test
    void anEnactedPurchaseIsNotSentAgain() {
        GloebitClient client = shop.client();
        shop.save(Given.CREDENTIAL);
        gloebit.expect(JournaledShop.request(client).answers(JournaledShop.ACCEPTED));
        Receipt first = shop.ada(client).purchase(Given.TORCHES).block(Given.PATIENCE);
        JournaledShop.called(client, HoldStep.ENACT);
        assertThat(shop.ada(client).purchase(Given.TORCHES).block(Given.PATIENCE))
                .isNotNull();
        JournaledShop.called(client, HoldStep.CONSUME);

        gloebit.stop();
        Receipt again = shop.ada(client).purchase(JournaledShop.NAMELESS).block(Given.PATIENCE);
        Receipt resent = shop.ada(client).resend(shop.entry().purchase()).block(Given.PATIENCE);

        assertThat(first).isNotNull();
        assertThat(again).isEqualTo(new Receipt(JournaledShop.ID, ReceiptState.HELD, null, null, null, null));
        assertThat(resent).isEqualTo(again);
    }

    /** Whoever was told that it will not happen may have bought elsewhere since. */
    @Test
    void recoveryDoesNotSendAPurchaseRejectedMeanwhile() {
        AtomicReference<Mono<Void>> beforeFind = new AtomicReference<>(Mono.empty());
        GloebitClient client = shop.client(new SlowStore(shop.store, beforeFind));
        shop.leftInDoubt(client);
        AuthorizedUser ada = shop.ada(client);
        shop.clock.advance(Duration.ofHours(1));
        gloebit.expect(JournaledShop.request(client).answers(TOO_POOR));
        beforeFind.set(Mono.defer(() -> ada.resend(shop.entry().purchase()).then())
                .onErrorComplete(TransactionRejectedException.class));

        assertThat(client.holds().recovery().collectList().block(Given.PATIENCE))
                .isEmpty();

        assertThat(shop.entry().state()).isEqualTo(TransactionState.REJECTED);
        assertThat(JournaledShop.called(client, HoldStep.ENACT)).isEqualTo("[false,\"rejected\"]");
    }

    @Test
    void recoveryOfAClosedClientLeavesAPurchaseToOthers() {
        GloebitClient client = shop.leftInDoubt();
        shop.clock.advance(Duration.ofHours(1));
        JournalEntry before = shop.entry();
        client.dispose();

        assertThat(client.holds().recovery().collectList().block(Given.PATIENCE))
                .isEmpty();

        assertThat(shop.entry()).isEqualTo(before);
    }

    /** Javadoc of TransactionRejectedException and docs/failures.md: UNKNOWN as the cause of a doubt. */
    @Test
    void theCauseOfADoubtByTheJournalIsNotReportedAsNotDone() {
        GloebitClient client = shop.client();
        gloebit.expect(JournaledShop.request(client).answers("{\"success\":false,\"status\":\"cannot-spend\"}"));
        shop.journal.onReplace = step -> FaultyJournal.lost();

        TransactionInDoubtException told = Failures.of(
                client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES), TransactionInDoubtException.class);

        assertThat(told.getCause())
                .isInstanceOfSatisfying(
                        GloebitException.class,
                        cause -> assertThat(cause.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void theCauseOfADoubtOfAWithheldPurchaseIsNotReportedAsNotDone() {
        GloebitClient client = shop.leftInDoubt();
        shop.journal.onRecord = step -> FaultyJournal.lost();
        TransactionInDoubtException told =
                Failures.of(shop.ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class);
        assertThat(told.getCause())
                .isInstanceOfSatisfying(
                        GloebitException.class,
                        cause -> assertThat(cause.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    /** Gloebit said cancel, then consume: nobody knows, and the buyer is told NOT_DONE, buy again under a new id. */
    @Test
    void aPurchaseWithContradictingFinalCallbacksIsNotReportedAsNotDone() {
        GloebitClient client = shop.client();
        gloebit.expect(JournaledShop.request(client).answers(JournaledShop.ACCEPTED));
        client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES).block(Given.PATIENCE);
        JournaledShop.called(client, HoldStep.ENACT);
        JournaledShop.called(client, HoldStep.CANCEL);
        JournaledShop.called(client, HoldStep.CONSUME);
        assertThat(shop.entry().contradiction()).isEqualTo(HoldStep.CONSUME);

        assertThat(Failures.of(client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    private static void assertTaken(Mono<Receipt> purchase, Outcome outcome) {
        CallBlockedException told = Failures.of(purchase, CallBlockedException.class);
        assertThat(told.blockedBy()).isEqualTo(BlockedBy.TRANSACTION_ID);
        assertThat(told.outcome()).isEqualTo(outcome);
    }

    /** Something happens before a credential is found. */
    private record SlowStore(CredentialStore store, AtomicReference<Mono<Void>> beforeFind) implements CredentialStore {
        @Override
        public Mono<Void> save(String user, Credential credential) {
            return store.save(user, credential);
        }

        @Override
        public Mono<Credential> find(String user) {
            return Mono.defer(beforeFind::get).then(store.find(user));
        }

        @Override
        public Mono<Boolean> invalidate(String user, Credential invalid) {
            return store.invalidate(user, invalid);
        }

        @Override
        public Mono<Void> remove(String user) {
            return store.remove(user);
        }
    }
}
