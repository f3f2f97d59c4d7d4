package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.Credential;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.InMemoryTransactionJournal;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.hold.TroubledJournal;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** A purchase that the journal has from before: what is told of it now, and what recovery does with it. */
class BoughtBeforeTest {
    private static final TransactionId ID = Given.TORCHES.transactionId();
    private static final ItemPurchase NAMELESS = ItemPurchase.of(ID, "torch", 3).quantity(2);
    private static final String ACCEPTED = "{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}";
    private static final String TOO_POOR =
            "{\"success\":false,\"status\":\"queued\",\"reason\":\"insufficient balance\"}";

    private final SettableClock clock = new SettableClock();
    private final TroubledJournal journal = new TroubledJournal(new InMemoryTransactionJournal());
    private final InMemoryCredentialStore store = new InMemoryCredentialStore();

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    /** The application's key says whose it is, and the journal knows the name. */
    @Test
    void isSentAgainThoughThePayersNameCannotBeLookedUp() {
        GloebitClient client = leftInDoubt();
        gloebit.expect(3, ExpectedRequest.get("/user").answers(Answers.lost()));
        gloebit.expect(request(client).answers(ACCEPTED));

        assertThat(ada(client()).purchase(NAMELESS).block(Given.PATIENCE)).isNotNull();
    }

    @Test
    void isInDoubtIfNothingCanBeReached() {
        leftInDoubt();
        gloebit.stop();

        TransactionInDoubtException told =
                Failures.of(ada(client()).purchase(NAMELESS), TransactionInDoubtException.class);

        assertThat(told.pending()).isEqualTo(entry().purchase());
    }

    /** It may be another user's: nobody is given what is not his. */
    @Test
    void isNotKnownToBeUndoneWithoutAKeyAndAName() {
        leftInDoubt();
        gloebit.stop();

        CallBlockedException told = Failures.of(keyless().purchase(NAMELESS), CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.TRANSACTION_ID);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(told).hasCauseInstanceOf(ServiceUnreachableException.class);
    }

    @Test
    void isNoReasonToDoubtAnotherPurchase() {
        leftInDoubt();
        gloebit.stop();

        assertThat(Failures.of(keyless().purchase(ItemPurchase.of(ID, "sword", 3)))
                        .outcome())
                .isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void isNotSaidToBeUndoneIfNeitherNameNorJournalCanBeRead() {
        leftInDoubt();
        gloebit.stop();
        journal.onFind = step -> TroubledJournal.lost();

        CallBlockedException told = Failures.of(keyless().purchase(NAMELESS), CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.JOURNAL);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void isTheSameIfItsUserWasRenamedAndAuthorizedAnew() {
        GloebitClient client = leftInDoubt();
        save(Credential.of(Given.TOKEN, null, "app-user-7", null));
        gloebit.expect(user("countess"), request(client).answers(ACCEPTED));

        assertThat(ada(client).purchase(NAMELESS).block(Given.PATIENCE)).isNotNull();

        assertThat(entry().state()).isEqualTo(TransactionState.HELD);
    }

    /** Nobody knows whether it is the same user. */
    @Test
    void isNotKnownToBeUndoneIfANameDiffersWithoutAKey() {
        leftInDoubt();
        gloebit.expect(user("countess"));

        assertTaken(keyless().purchase(NAMELESS), Outcome.UNKNOWN);
    }

    @Test
    void isKnownToBeUndoneIfItWasGivenUp() {
        GloebitClient client = leftInDoubt();
        client.holds().abandon(ID).block(Given.PATIENCE);
        gloebit.expect(user("countess"));

        assertTaken(keyless().purchase(NAMELESS), Outcome.NOT_DONE);
    }

    /** The token is another account's than that of the body. */
    @Test
    void isNotSentForAnotherAccountOfItsUser() {
        GloebitClient client = client();
        save(Credential.of(Given.TOKEN, null, "account-1", null));
        String body = request(client).body().replace("\"asset-code\"", "\"app-user-id\":\"account-1\",\"asset-code\"");
        gloebit.expect(3, ExpectedRequest.postJson("/transact", body).answers(Answers.lost()));
        Failures.of(ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class);
        save(Credential.of(Given.TOKEN, null, "account-2", null));

        assertTaken(ada(client).purchase(Given.TORCHES), Outcome.UNKNOWN);
    }

    @Test
    void isAnothersIfTheKeyIsAnothers() {
        GloebitClient client = leftInDoubt();
        store.save("bob", Given.CREDENTIAL).block(Given.PATIENCE);
        AuthorizedUser bob = Objects.requireNonNull(client.user("bob").block(Given.PATIENCE));

        assertTaken(bob.purchase(Given.TORCHES), Outcome.NOT_DONE);
        Failures.of(bob.resend(entry().purchase()), TransactionInDoubtException.class);
    }

    /** Gloebit may have forgotten the id, and would charge again; the callback to that would be agreed to. */
    @Test
    void isNotSentAgainOnceItWasEnacted() {
        GloebitClient client = client();
        save(Given.CREDENTIAL);
        gloebit.expect(request(client).answers(ACCEPTED));
        Receipt first = ada(client).purchase(Given.TORCHES).block(Given.PATIENCE);
        called(client, HoldStep.ENACT);
        assertThat(ada(client).purchase(Given.TORCHES).block(Given.PATIENCE)).isNotNull();
        called(client, HoldStep.CONSUME);

        gloebit.stop();
        Receipt again = ada(client).purchase(NAMELESS).block(Given.PATIENCE);
        Receipt resent = ada(client).resend(entry().purchase()).block(Given.PATIENCE);

        assertThat(first).isNotNull();
        assertThat(again).isEqualTo(new Receipt(ID, ReceiptState.HELD, null, null, null, null));
        assertThat(resent).isEqualTo(again);
    }

    /** Whoever was told that it will not happen may have bought elsewhere since. */
    @Test
    void isNotSentByRecoveryIfItWasRejectedMeanwhile() {
        AtomicReference<Mono<Void>> beforeFind = new AtomicReference<>(Mono.empty());
        GloebitClient client = client(new SlowStore(store, beforeFind));
        leftInDoubt(client);
        AuthorizedUser ada = ada(client);
        clock.advance(Duration.ofHours(1));
        gloebit.expect(request(client).answers(TOO_POOR));
        beforeFind.set(Mono.defer(() -> ada.resend(entry().purchase()).then())
                .onErrorComplete(TransactionRejectedException.class));

        assertThat(client.holds().recovery().collectList().block(Given.PATIENCE))
                .isEmpty();

        assertThat(entry().state()).isEqualTo(TransactionState.REJECTED);
        assertThat(called(client, HoldStep.ENACT)).isEqualTo("[false,\"rejected\"]");
    }

    @Test
    void isLeftToOthersByRecoveryOfAClosedClient() {
        GloebitClient client = leftInDoubt();
        clock.advance(Duration.ofHours(1));
        JournalEntry before = entry();
        client.dispose();

        assertThat(client.holds().recovery().collectList().block(Given.PATIENCE))
                .isEmpty();

        assertThat(entry()).isEqualTo(before);
    }

    private static void assertTaken(Mono<Receipt> purchase, Outcome outcome) {
        CallBlockedException told = Failures.of(purchase, CallBlockedException.class);
        assertThat(told.blockedBy()).isEqualTo(BlockedBy.TRANSACTION_ID);
        assertThat(told.outcome()).isEqualTo(outcome);
    }

    private GloebitClient leftInDoubt() {
        GloebitClient client = client(store);
        leftInDoubt(client);
        return client;
    }

    private void leftInDoubt(GloebitClient client) {
        save(Given.CREDENTIAL);
        gloebit.expect(3, request(client).answers(Answers.lost()));
        Failures.of(ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class);
    }

    private void save(Credential credential) {
        store.save("ada", credential).block(Given.PATIENCE);
    }

    private AuthorizedUser ada(GloebitClient client) {
        return Objects.requireNonNull(client.user("ada").block(Given.PATIENCE));
    }

    private AuthorizedUser keyless() {
        return client().user(Given.CREDENTIAL);
    }

    private GloebitClient client() {
        return client(store);
    }

    private GloebitClient client(CredentialStore credentials) {
        HoldSettings holds = HoldSettings.of(URI.create("https://app.example/holds"), new HoldHandler() {
                    @Override
                    public Mono<Void> consume(HeldTransaction transaction) {
                        return Mono.empty();
                    }
                })
                .journal(journal);
        return gloebit.client(settings ->
                settings.holds(holds).signingKey(new byte[32]).clock(clock).credentialStore(credentials));
    }

    private static Interaction user(String name) {
        return ExpectedRequest.get("/user").answers("{\"success\":true,\"id\":\"u-1\",\"name\":\"" + name + "\"}");
    }

    private static ExpectedRequest request(GloebitClient client) {
        String body = Operation.PURCHASE.request().body();
        return ExpectedRequest.postJson(
                "/transact",
                body.substring(0, body.length() - 1) + "," + url(client, HoldStep.ENACT) + ","
                        + url(client, HoldStep.CONSUME) + "," + url(client, HoldStep.CANCEL) + "}");
    }

    private static String url(GloebitClient client, HoldStep step) {
        return "\"asset-" + step.text() + "-hold-url\":\"" + client.holds().callbackUri(ID, step) + "\"";
    }

    private static String called(GloebitClient client, HoldStep step) {
        return Objects.requireNonNull(client.holds()
                        .answer(client.holds().callbackUri(ID, step))
                        .block(Given.PATIENCE))
                .body();
    }

    private JournalEntry entry() {
        return Objects.requireNonNull(journal.find(ID).block(Given.PATIENCE));
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
    }
}
