package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.canary.CanaryMeters;
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
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LedgerEntry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Several nodes behind one address, and one that is restarted all the time: they share a journal, and nothing else. */
class HoldNodesFlowTest {
    private static final int PURCHASES = 60;

    private final AtomicInteger turn = new AtomicInteger();
    private final List<GloebitClient> nodes = new CopyOnWriteArrayList<>();
    private final DisposableServer balancer = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(this::toNextNode)
            .bindNow();
    private final URI base = URI.create("http://127.0.0.1:" + balancer.port() + "/holds");
    private final GloebitSimulator simulator = GloebitSimulator.builder()
            .application(Application.of("shop", "secret-of-the-shop", base))
            .account("ada", "lovelace", new BigDecimal("1000"))
            .start();
    private final Credential ada = Credential.of(Canaries.made(simulator.issueToken("shop", "ada", "transact")));
    private final TransactionJournal journal = TransactionJournal.inMemory();
    private final ConcurrentMap<String, AtomicInteger> effects = new ConcurrentHashMap<>();
    private final ConcurrentMap<TransactionId, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger overlaps = new AtomicInteger();

    @AfterEach
    void close() {
        nodes.forEach(GloebitClient::dispose);
        simulator.close();
        balancer.disposeNow();
        assertThat(simulator.violations()).isEmpty();
    }

    @Test
    void anyNodeTakesTheCallbackAndAnyNodeReportsTheSettlement() throws InterruptedException {
        IntStream.range(0, 3).forEach(i -> nodes.add(node()));
        simulator
                .holdCallbacks()
                .behave(CallbackBehaviour.automatic()
                        .withOverlappingRepeats(3)
                        .withRandomDelay(Duration.ofMillis(20), 7)
                        .withRetry(Duration.ofMillis(20), 1000)
                        .withLateEnact(true));

        Flux.range(0, PURCHASES).flatMap(this::settled).blockLast(Waiting.PATIENCE);

        isDeliveredOnce(PURCHASES);
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void aNodeRestartedBeforeEveryCallbackForgetsNothing() throws InterruptedException {
        nodes.add(node());
        simulator
                .holdCallbacks()
                .behave(CallbackBehaviour.automatic()
                        .withTiming(Timing.AFTER_ANSWER)
                        .withRetry(Duration.ofMillis(20), 1000)
                        .withActionBeforeCall(step -> restart()));

        nodes.get(0).withCredential(ada).purchase(torch(0)).block(Waiting.PATIENCE);

        assertThat(simulator.holdCallbacks().awaitIdle(Waiting.PATIENCE)).isTrue();
        nodes.get(0).holds().settlement(id(0)).block(Waiting.PATIENCE);
        isDeliveredOnce(1);
    }

    /** The restarted node does not know that it bought; its journal does. */
    @Test
    void aNodeRestartedBeforeTheAnswerForgetsNothing() throws InterruptedException {
        nodes.add(node());
        simulator.failNext("/transact", Fault.COMMIT_THEN_DROP);
        simulator
                .holdCallbacks()
                .behave(CallbackBehaviour.automatic()
                        .withTiming(Timing.ALL_BEFORE_ANSWER)
                        .withRetry(Duration.ofMillis(20), 1000)
                        .withActionBeforeCall(step -> restart()));

        nodes.get(0).withCredential(ada).purchase(torch(0)).onErrorComplete().block(Waiting.PATIENCE);

        assertThat(simulator.holdCallbacks().awaitIdle(Waiting.PATIENCE)).isTrue();
        nodes.get(0).holds().settlement(id(0)).block(Waiting.PATIENCE);
        isDeliveredOnce(1);
    }

    /** Bought by one, waited for by the next. */
    private Mono<Void> settled(int number) {
        GloebitClient buyer = nodes.get(number % nodes.size());
        GloebitClient waiter = nodes.get((number + 1) % nodes.size());
        return buyer.withCredential(ada)
                .purchase(torch(number))
                .then(waiter.holds().settlement(id(number)));
    }

    private static TransactionId id(int number) {
        return TransactionId.of("order-" + number);
    }

    private static ItemPurchase torch(int number) {
        return ItemPurchase.of(id(number), "torch", 3).withUsername("ada");
    }

    private void isDeliveredOnce(int purchases) throws InterruptedException {
        assertThat(simulator.holdCallbacks().awaitIdle(Waiting.PATIENCE)).isTrue();
        assertThat(effects)
                .hasSize(2 * purchases)
                .allSatisfy((step, count) -> assertThat(count).as(step).hasValue(1));
        assertThat(simulator.ledger())
                .hasSize(purchases)
                .allSatisfy(entry -> assertThat(entry.state()).isEqualTo(LedgerEntry.State.COMMITTED));
        assertThat(simulator.balance("ada")).isEqualByComparingTo(BigDecimal.valueOf(1000 - 3L * purchases));
    }

    private void restart() {
        nodes.set(0, node()).dispose();
    }

    private GloebitClient node() {
        return GloebitClient.builder(ClientSecrets.of("shop", "secret-of-the-shop"))
                .environment(GloebitEnvironment.custom(simulator.baseUri()))
                .signingKey(new byte[32])
                .meterRegistry(CanaryMeters.watched())
                .holds(HoldSettings.of(base, journal, new Shopkeeper()).withSettlementPoll(Duration.ofMillis(50)))
                .build();
    }

    private Mono<Void> toNextNode(HttpServerRequest request, HttpServerResponse response) {
        GloebitClient node = nodes.get(turn.getAndIncrement() % nodes.size());
        return node.holds()
                .answer(URI.create(request.uri()))
                .flatMap(answer -> response.status(answer.status())
                        .sendString(Mono.just(answer.body()))
                        .then());
    }

    private final class Shopkeeper implements HoldHandler {
        @Override
        public Mono<EnactDecision> enact(HeldTransaction transaction) {
            return effect("enact", transaction).thenReturn(EnactDecision.approve());
        }

        @Override
        public Mono<Void> consume(HeldTransaction transaction) {
            return effect("consume", transaction);
        }

        /** Takes long enough for others to come in between. */
        private Mono<Void> effect(String step, HeldTransaction transaction) {
            AtomicInteger inside = running.computeIfAbsent(transaction.id(), unused -> new AtomicInteger());
            return Mono.fromRunnable(() -> {
                        if (inside.incrementAndGet() > 1) {
                            overlaps.incrementAndGet();
                        }
                        effects.computeIfAbsent(step + " " + transaction.id(), unused -> new AtomicInteger())
                                .incrementAndGet();
                    })
                    .then(Mono.delay(Duration.ofMillis(10)))
                    .then(Mono.fromRunnable(inside::decrementAndGet));
        }
    }
}
