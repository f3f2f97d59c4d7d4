package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.flow.support.Waiting;
import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LedgerEntry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

/** A purchase to its end: the simulator calls the application over HTTP, and the ledger has the last word. */
class HoldFlowTest {
    private static final TransactionId ID = TransactionId.of("order-1");
    private static final ItemPurchase TORCH = ItemPurchase.of(ID, "torch", 3).withUsername("ada");

    private final HttpServerRoutes routes = HttpServerRoutes.newRoutes();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(routes).bindNow();
    private final URI base = URI.create("http://127.0.0.1:" + server.port() + "/");
    private final GloebitSimulator simulator = GloebitSimulator.builder()
            .application(Application.of("shop", "secret-of-the-shop", base))
            .account("ada", "lovelace", new BigDecimal("100"))
            .start();
    private final List<String> effects = new CopyOnWriteArrayList<>();
    private final AtomicReference<EnactDecision> decision = new AtomicReference<>(EnactDecision.approve());
    private final GloebitClient gloebit = GloebitClient.builder(ClientSecrets.of("shop", "secret-of-the-shop"))
            .environment(GloebitEnvironment.custom(simulator.baseUri()))
            .signingKey(new byte[32])
            .meterRegistry(CanaryMeters.watched())
            .holds(HoldSettings.of(base.resolve("holds"), TransactionJournal.inMemory(), new Shopkeeper()))
            .build();
    private final AuthorizedUser ada =
            gloebit.withCredential(Credential.of(Canaries.made(simulator.issueToken("shop", "ada", "transact"))));

    HoldFlowTest() {
        gloebit.holds().routes().accept(routes);
    }

    @AfterEach
    void close() throws InterruptedException {
        assertThat(simulator.holdCallbacks().awaitIdle(Waiting.PATIENCE)).isTrue();
        gloebit.closeGracefully(Duration.ofSeconds(5)).block(Waiting.PATIENCE);
        simulator.close();
        server.disposeNow();
        assertThat(simulator.violations()).isEmpty();
    }

    private static Stream<CallbackBehaviour> behaviours() {
        CallbackBehaviour calm = CallbackBehaviour.automatic().withRetry(Duration.ofMillis(20), 100);
        return Stream.of(
                calm,
                calm.withTiming(Timing.ALL_BEFORE_ANSWER),
                calm.withRepeats(3),
                calm.withOverlappingRepeats(3),
                calm.withOverlappingRepeats(3)
                        .withTiming(Timing.ALL_BEFORE_ANSWER)
                        .withLateEnact(true),
                calm.withRandomDelay(Duration.ofMillis(20), 42).withLateEnact(true));
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void aPurchaseIsPaidAndDeliveredOnceInAnyOrderOfCallbacks(CallbackBehaviour behaviour) throws InterruptedException {
        simulator.holdCallbacks().behave(behaviour);

        ada.purchase(TORCH).then(gloebit.holds().settlement(ID)).block(Waiting.PATIENCE);

        awaitEffects();
        assertThat(effects).containsExactly("enact order-1", "consume order-1");
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(LedgerEntry.State.COMMITTED);
        assertThat(simulator.balance("ada")).isEqualByComparingTo("97");
    }

    /** An answer that drips has not been sent, until it is lost. */
    @Test
    void noCallbackComesBeforeTheAnswerOfThePurchase() throws InterruptedException {
        simulator.failNext("/transact", Fault.drip(Duration.ofHours(1)));
        Disposable purchase = ada.purchase(TORCH).onErrorComplete().subscribe();
        Flux.interval(Duration.ofMillis(1))
                .onBackpressureDrop()
                .takeUntil(unused -> !simulator.ledger().isEmpty())
                .blockLast(Waiting.PATIENCE);
        assertThat(simulator.holdCallbacks().awaitIdle(Duration.ofMillis(500)))
                .as("nothing left to do")
                .isFalse();
        assertThat(simulator.holdCallbacks().deliveries()).isEmpty();

        purchase.dispose();

        gloebit.holds().settlement(ID).block(Waiting.PATIENCE);
        awaitEffects();
        assertThat(effects).containsExactly("enact order-1", "consume order-1");
    }

    @Test
    void aPurchaseThatTheShopRejectsIsNeitherPaidNorDelivered() throws InterruptedException {
        decision.set(EnactDecision.reject("sold out"));

        Waiting.failure(
                TransactionCancelledException.class,
                ada.purchase(TORCH).then(gloebit.holds().settlement(ID)));

        awaitEffects();
        assertThat(effects).startsWith("enact order-1").doesNotContain("consume order-1");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("100");
    }

    @Test
    void aPurchaseThatGloebitCancelsIsNeitherPaidNorDelivered() throws InterruptedException {
        simulator.holdCallbacks().behave(CallbackBehaviour.automatic().withCourse(Course.CANCEL_AFTER_ENACT));

        Waiting.failure(
                TransactionCancelledException.class,
                ada.purchase(TORCH).then(gloebit.holds().settlement(ID)));

        awaitEffects();
        assertThat(effects).containsExactly("enact order-1", "cancel order-1");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("100");
    }

    /** No answer ever comes: the callbacks tell. */
    @Test
    void aPurchaseIsSettledThoughEveryAnswerIsLost() throws InterruptedException {
        simulator.failNext("/transact", Fault.COMMIT_THEN_DROP, 3);

        Waiting.failure(TransactionInDoubtException.class, ada.purchase(TORCH));
        gloebit.holds().settlement(ID).block(Waiting.PATIENCE);

        awaitEffects();
        assertThat(effects).containsExactly("enact order-1", "consume order-1");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("97");
    }

    /** A settlement is told when it is written down; the effect may still be running then. */
    private void awaitEffects() throws InterruptedException {
        assertThat(simulator.holdCallbacks().awaitIdle(Waiting.PATIENCE)).isTrue();
    }

    private final class Shopkeeper implements HoldHandler {
        @Override
        public Mono<EnactDecision> enact(HeldTransaction transaction) {
            return ran("enact", transaction).then(Mono.fromSupplier(decision::get));
        }

        @Override
        public Mono<Void> consume(HeldTransaction transaction) {
            return ran("consume", transaction);
        }

        @Override
        public Mono<Void> cancel(HeldTransaction transaction) {
            return ran("cancel", transaction);
        }

        private Mono<Void> ran(String step, HeldTransaction transaction) {
            return Mono.fromRunnable(() -> effects.add(step + " " + transaction.id()));
        }
    }
}
