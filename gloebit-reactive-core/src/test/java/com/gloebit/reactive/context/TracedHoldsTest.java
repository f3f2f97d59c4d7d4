package com.gloebit.reactive.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import com.gloebit.reactive.wire.support.SettableClock;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** The context in what the application puts in: credential store, journal and hold handler. */
class TracedHoldsTest implements HoldHandler {
    private static final TransactionId ID = Given.TORCHES.transactionId();
    private static final String ACCEPTED = "{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}";

    private final Trace trace = new Trace();
    private final SettableClock clock = new SettableClock();
    private final InMemoryCredentialStore store = new InMemoryCredentialStore();

    @StartStop
    final MockWebServer server = new MockWebServer();

    private GloebitClient gloebit;
    private Mono<Void> delivery = Mono.empty();
    private Mono<Void> beforeReplace = Mono.empty();

    @BeforeEach
    void build() {
        gloebit = GloebitClient.builder(Given.SECRETS)
                .environment(GloebitEnvironment.custom(server.url("/").uri()))
                .redirectUri(Given.REDIRECT)
                .meterRegistry(CanaryMeters.watched())
                .resilience(FakeGloebit.QUICK)
                .clock(clock)
                .credentialStore(new TracedStore())
                .holds(HoldSettings.of(URI.create("https://app.example/holds"), new TracedJournal(), this))
                .signingKey(new byte[32])
                .build();
    }

    @AfterEach
    void dispose() {
        gloebit.dispose();
    }

    @Test
    void theTraceReachesTheCredentialStore() {
        server.enqueue(Answers.json("{\"access_token\":\"" + Given.TOKEN + "\"}"));
        String state = SampleCall.state(gloebit.authorizationUri(
                AuthorizationRequest.forSession(Given.SESSION).withUser("ada")));
        String callback = "code=" + Given.CODE + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);

        run(gloebit.exchange(callback, Given.SESSION));
        run(gloebit.user("ada"));
        run(gloebit.invalidate("ada", Given.CREDENTIAL));
        run(gloebit.forget("ada"));

        trace.assertReached("save", "find credential", "invalidate", "remove");
    }

    @Test
    void theTraceReachesTheJournalOfAPurchase() {
        server.enqueue(Answers.json(ACCEPTED));

        run(gloebit.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES));

        trace.assertReached("record", "find", "replace");
    }

    @Test
    void theTraceReachesTheJournalOfAFailedPurchase() {
        server.enqueue(Answers.refused("no"));

        run(gloebit.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES).onErrorComplete());

        trace.assertReached("record", "find", "replace");
    }

    @Test
    void theTraceReachesEachStepOfACallback() {
        bought();

        run(called(HoldStep.ENACT));
        run(called(HoldStep.CONSUME));
        run(gloebit.holds().settlement(ID));

        trace.assertReached("enact", "consume", "find", "replace", "complete");
    }

    @Test
    void theTraceReachesACancelCallback() {
        bought();

        run(called(HoldStep.CANCEL));

        trace.assertReached("cancel", "find", "replace", "complete");
    }

    /** Gloebit hangs up before the arrival is written down: the effect runs all the same, and belongs to that trace. */
    @Test
    void theTraceReachesAnEffectWhoseCallerHungUp() {
        bought();
        Sinks.Empty<Void> written = Sinks.empty();
        Sinks.Empty<Void> delivered = Sinks.empty();
        beforeReplace = written.asMono();
        delivery = Mono.fromRunnable(delivered::tryEmitEmpty);

        StepVerifier.create(called(HoldStep.CONSUME).contextWrite(Trace.CONTEXT))
                .thenCancel()
                .verify(Given.PATIENCE);
        written.tryEmitEmpty();
        delivered.asMono().block(Given.PATIENCE);

        assertThat(trace.seenAt("consume")).hasSize(1);
        trace.assertReached("consume", "replace", "complete");
    }

    @Test
    void theTraceReachesRecovery() {
        server.enqueue(Answers.status(408));
        run(new TracedStore().save("ada", Given.CREDENTIAL));
        run(gloebit.user("ada").flatMap(ada -> ada.purchase(Given.TORCHES)).onErrorComplete());
        delivery = Mono.error(new IllegalStateException("not now"));
        clock.advance(Duration.ofHours(1));
        trace.forget();
        server.enqueue(Answers.json(ACCEPTED));

        run(gloebit.holds().recovery().then());
        run(called(HoldStep.ENACT));
        run(called(HoldStep.CONSUME));
        delivery = Mono.empty();
        clock.advance(Duration.ofHours(1));
        run(gloebit.holds().recovery().then());

        trace.assertReached("due", "find credential", "replace", "enact", "consume", "consume, failed");
        assertThat(trace.seenAt("consume")).hasSize(2);
    }

    private void bought() {
        server.enqueue(Answers.json(ACCEPTED));
        run(gloebit.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES));
        trace.forget();
    }

    private Mono<?> called(HoldStep step) {
        return gloebit.holds().answer(gloebit.holds().callbackUri(ID, step));
    }

    private static void run(Mono<?> step) {
        step.contextWrite(Trace.CONTEXT).block(Given.PATIENCE);
    }

    @Override
    public Mono<EnactDecision> enact(HeldTransaction transaction) {
        return trace.at("enact", Mono.just(EnactDecision.approve()));
    }

    @Override
    public Mono<Void> consume(HeldTransaction transaction) {
        return trace.at("consume", delivery);
    }

    @Override
    public Mono<Void> cancel(HeldTransaction transaction) {
        return trace.at("cancel", delivery);
    }

    private final class TracedStore implements CredentialStore {
        @Override
        public Mono<Void> save(String user, Credential credential) {
            return trace.at("save", store.save(user, credential));
        }

        @Override
        public Mono<Credential> find(String user) {
            return trace.at("find credential", store.find(user));
        }

        @Override
        public Mono<Boolean> invalidate(String user, Credential invalid) {
            return trace.at("invalidate", store.invalidate(user, invalid));
        }

        @Override
        public Mono<Void> remove(String user) {
            return trace.at("remove", store.remove(user));
        }
    }

    private final class TracedJournal implements TransactionJournal {
        private final TransactionJournal sound = TransactionJournal.inMemory();

        @Override
        public Mono<Boolean> record(JournalEntry entry) {
            return trace.at("record", sound.record(entry));
        }

        @Override
        public Mono<JournalEntry> find(TransactionId id) {
            return trace.at("find", sound.find(id));
        }

        @Override
        public Mono<Boolean> replace(JournalEntry expected, JournalEntry next) {
            return trace.at("replace", beforeReplace.then(Mono.defer(() -> sound.replace(expected, next))));
        }

        @Override
        public Mono<Boolean> complete(JournalEntry expected, Mono<JournalEntry> effect) {
            return trace.at("complete", TransactionJournal.super.complete(expected, effect));
        }

        @Override
        public Flux<JournalEntry> due(Instant now, int atMost) {
            return trace.at("due", sound.due(now, atMost));
        }
    }
}
