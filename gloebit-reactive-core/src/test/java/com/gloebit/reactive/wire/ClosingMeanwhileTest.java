package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.hold.FaultyJournal;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.hold.TransactionStatus;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Whoever has waited for the client to close may close the database: what was answered has been written down. */
class ClosingMeanwhileTest {
    private static final String ACCEPTED = "{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}";

    private final Sinks.Empty<Void> begun = Sinks.empty();
    private final Sinks.Empty<Void> slow = Sinks.empty();
    private final FaultyJournal journal = new FaultyJournal(TransactionJournal.inMemory());
    private final InMemoryCredentialStore store = new InMemoryCredentialStore();

    @StartStop
    final MockWebServer server = new MockWebServer();

    private GloebitClient gloebit;

    @BeforeEach
    void build() {
        gloebit = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(server.url("/").uri()))
                .redirectUri(Given.REDIRECT)
                .credentialStore(new SlowStore())
                .signingKey(new byte[32])
                .holds(HoldSettings.of(URI.create("https://app.example/holds"), journal, transaction -> Mono.empty()))
                .build();
    }

    @AfterEach
    void dispose() {
        gloebit.dispose();
    }

    /** The application may have closed its database: the journal is not asked, and so not known to have nothing. */
    @Test
    void aPurchaseThatBeginsAfterTheCloseTouchesNoJournal() {
        gloebit.dispose();
        journal.onRecord = step -> Mono.error(new AssertionError("recorded"));
        journal.onFind = step -> Mono.error(new AssertionError("read"));

        CallBlockedException told = Failures.of(
                gloebit.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES), CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.CLIENT_CLOSED);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(told.transactionId()).isEqualTo(Given.TORCHES.transactionId());
    }

    @Test
    void closingWaitsForTheJournalOfAPurchase() {
        journal.onReplace = step ->
                Mono.fromRunnable(begun::tryEmitEmpty).then(slow.asMono()).then(step);
        server.enqueue(Answers.json(ACCEPTED));
        CompletableFuture<?> purchase =
                gloebit.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES).toFuture();

        assertClosesAfter(purchase);
        assertThat(gloebit.holds()
                        .status(Given.TORCHES.transactionId())
                        .map(TransactionStatus::state)
                        .block(Given.PATIENCE))
                .isEqualTo(TransactionState.HELD);
    }

    @Test
    void closingWaitsForTheCredentialOfAnExchange() {
        server.enqueue(Answers.json("{\"access_token\":\"" + Given.TOKEN + "\"}"));
        String state = SampleCall.state(gloebit.authorizationUri(
                AuthorizationRequest.forSession(Given.SESSION).withUser("ada")));
        CompletableFuture<?> exchange = gloebit.exchange("code=" + Given.CODE + "&state=" + state, Given.SESSION)
                .toFuture();

        assertClosesAfter(exchange);
        assertThat(store.find("ada").block(Given.PATIENCE)).isNotNull();
    }

    private void assertClosesAfter(CompletableFuture<?> work) {
        begun.asMono().block(Given.PATIENCE);
        CompletableFuture<?> closed = gloebit.closeGracefully(Given.PATIENCE).toFuture();
        assertThat(closed).isNotDone();
        assertThat(work).isNotDone();

        slow.tryEmitEmpty();
        Mono.fromFuture(closed).block(Given.PATIENCE);
    }

    private final class SlowStore implements CredentialStore {
        @Override
        public Mono<Void> save(String user, Credential credential) {
            return Mono.fromRunnable(begun::tryEmitEmpty).then(slow.asMono()).then(store.save(user, credential));
        }

        @Override
        public Mono<Credential> find(String user) {
            return store.find(user);
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
