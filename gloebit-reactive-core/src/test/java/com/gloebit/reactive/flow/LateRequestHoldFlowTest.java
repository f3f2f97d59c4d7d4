package com.gloebit.reactive.flow;

import static com.gloebit.reactive.flow.support.Waiting.PATIENCE;
import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.flow.support.Waiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.CredentialStore;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.canary.Canaries;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.SettableClock;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * With holds: a request that got no usable answer arrives when the application was told that nothing happened. The
 * application is asked, and says no.
 */
class LateRequestHoldFlowTest {
    private static final TransactionId ORDER = TransactionId.of("order-1");

    private final HttpServerRoutes routes = HttpServerRoutes.newRoutes();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(routes).bindNow();
    private final URI base = URI.create("http://127.0.0.1:" + server.port() + "/");
    private final SettableClock clock = new SettableClock();
    private final CredentialStore credentials = new InMemoryCredentialStore();
    private final AtomicReference<EnactDecision> decision = new AtomicReference<>(EnactDecision.approve());
    private final List<String> delivered = new CopyOnWriteArrayList<>();

    /** As the switches are that a refused id may meet. */
    enum Reading {
        TRIED_AS_IF_NEW,
        QUEUED_AGAIN(OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN),
        STAYS_QUEUED(OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES),
        STAYS_QUEUED_AND_AGAIN(
                OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES, OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN);

        @SuppressWarnings("ImmutableEnumChecker") // not changed
        private final OpenBehaviour[] open;

        Reading(OpenBehaviour... open) {
            this.open = open;
        }

        boolean asksAgain() {
            return List.of(open).contains(OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN);
        }
    }

    /** A client and its Gloebit, with room in the journal for one transaction. */
    private final class World implements AutoCloseable, HoldHandler {
        final GloebitSimulator simulator;
        final GloebitClient gloebit;
        final AuthorizedUser bob;

        World(Reading reading) {
            simulator = GloebitSimulator.builder()
                    .application(Application.of("shop", "secret-of-the-shop", base))
                    .account("bob", "babbage", new BigDecimal("50.25"))
                    .callbacks(CallbackBehaviour.automatic().withRetry(Duration.ofMillis(5), 1000))
                    .open(reading.open)
                    .start();
            gloebit = GloebitClient.builder(ClientSecrets.of("shop", "secret-of-the-shop"))
                    .environment(GloebitEnvironment.custom(simulator.baseUri()))
                    .signingKey(new byte[32])
                    .credentialStore(credentials)
                    .clock(clock)
                    .meterRegistry(CanaryMeters.watched())
                    .holds(HoldSettings.of(base.resolve("holds"), TransactionJournal.inMemory(1), this))
                    .build();
            gloebit.holds().routes().accept(routes);
            credentials
                    .save("bob", Credential.of(Canaries.made(simulator.issueToken("shop", "bob", "transact"))))
                    .block(PATIENCE);
            bob = block(gloebit.user("bob"));
        }

        void topUp() {
            simulator.deposit("bob", new BigDecimal("100"));
        }

        /** Everybody does what is left to do, for a day. */
        void settle() throws InterruptedException {
            for (int i = 0; i < 24; i++) {
                clock.advance(Duration.ofHours(1));
                gloebit.holds().recovery().blockLast(PATIENCE);
                assertThat(simulator.holdCallbacks().awaitIdle(PATIENCE)).isTrue();
            }
        }

        void nothingIsPaid() {
            assertThat(delivered).doesNotContain("consume " + ORDER);
            assertThat(simulator.balance("bob"))
                    .isEqualByComparingTo(simulator.deposits().add(new BigDecimal("50.25")));
            assertThat(simulator.ledger())
                    .filteredOn(entry -> entry.transactionId().equals(ORDER.value()))
                    .extracting(LedgerEntry::state)
                    .containsOnly(LedgerEntry.State.CANCELLED);
        }

        @Override
        public void close() {
            List<String> violations = simulator.violations();
            gloebit.closeGracefully(Duration.ofSeconds(5)).block(PATIENCE);
            simulator.close();
            assertThat(violations).isEmpty();
        }

        @Override
        public Mono<EnactDecision> enact(HeldTransaction transaction) {
            return Mono.fromSupplier(decision::get);
        }

        @Override
        public Mono<Void> consume(HeldTransaction transaction) {
            return Mono.fromRunnable(() -> delivered.add("consume " + transaction.id()));
        }
    }

    @AfterEach
    void close() {
        server.disposeNow();
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionForTooFewGloebitsIsNeverPaidLater(Reading reading) throws InterruptedException {
        try (World world = new World(reading)) {
            world.simulator.failNext("/transact", Fault.DROP.withLateProcessing());

            TransactionRejectedException refused = failure(TransactionRejectedException.class, buy(world, 60));

            assertThat(refused.failure()).isEqualTo(TransactionFailure.INSUFFICIENT_FUNDS);
            assertThat(refused.outcome()).isEqualTo(Outcome.NOT_DONE);
            world.topUp();
            world.settle();
            assertThat(world.simulator.lateRequests().release()).isEqualTo(1);
            world.settle();
            world.nothingIsPaid();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledPurchaseIsNotPaidByALateDuplicate(Reading reading) throws InterruptedException {
        try (World world = new World(reading)) {
            cancelledWithARequestOnItsWay(world);

            world.simulator.lateRequests().release();

            world.settle();
            world.nothingIsPaid();
            assertThat(world.simulator.holdCallbacks().deliveries())
                    .filteredOn(delivery -> delivery.step() == HoldStep.ENACT)
                    .hasSize(reading.asksAgain() ? 2 : 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledPurchaseWithAForgottenEntryIsNotPaidByALateDuplicate(Reading reading) throws InterruptedException {
        try (World world = new World(reading)) {
            cancelledWithARequestOnItsWay(world);
            block(world.bob.purchase(ItemPurchase.of(TransactionId.of("order-2"), "match", new BigDecimal("0.01"))
                    .withUsername("bob")));
            world.settle();
            world.topUp();

            world.simulator.lateRequests().release();

            world.settle();
            assertThat(delivered).containsExactly("consume order-2");
            assertThat(world.simulator.balance("bob")).isEqualByComparingTo("150.24");
        }
    }

    /** By then the shop would agree. */
    private void cancelledWithARequestOnItsWay(World world) throws InterruptedException {
        decision.set(EnactDecision.reject("sold out"));
        world.simulator.failNext("/transact", Fault.DROP.withLateProcessing());
        block(buy(world, 10)
                .then(world.gloebit.holds().settlement(ORDER))
                .thenReturn(false)
                .onErrorReturn(TransactionCancelledException.class, true));
        world.settle();
        decision.set(EnactDecision.approve());
        assertThat(world.simulator.holdCallbacks().deliveries())
                .extracting(HoldDelivery::step)
                .containsExactly(HoldStep.ENACT, HoldStep.CANCEL);
    }

    private static Mono<?> buy(World world, int price) {
        return world.bob.purchase(ItemPurchase.of(ORDER, "castle", price).withUsername("bob"));
    }
}
