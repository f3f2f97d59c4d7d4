package com.gloebit.reactive.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.fault.support.FaultyService;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.RandomFaults;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** More calls than there are connections, more than may wait, and a service that is silent. */
class LoadTest {
    private static final int CALLS = 10_000;
    private static final int CONNECTIONS = 128;

    /** What a call may hold on average while it waits, and what may be left of all of them. */
    private static final long BYTES_PER_CALL = 16_384;

    private static final long BYTES_LEFT = 16_000_000;

    /** A busy machine takes its time; half of an attempt's is for the pool's queue. */
    private static final Duration PATIENCE = Duration.ofSeconds(200);

    private static final CallLimits PATIENT = new CallLimits(1, PATIENCE, PATIENCE);

    @Test
    @Timeout(240)
    void tenThousandCallsInFlightAreAllAnswered() {
        try (FaultyService world = wide()) {
            world.dropConnection();
            int torches = world.torches();
            long before = usedHeap();
            world.withheld.begin();
            CompletableFuture<Long> answered = answersOfAll(world);
            FaultyService.await(
                    "all in flight",
                    () -> world.gauge("pool.pending") == CALLS - CONNECTIONS && world.withheld.size() == CONNECTIONS);
            assertThat(world.gauge("in.flight")).isEqualTo(CALLS);
            assertThat(usedHeap() - before).as("bytes held by calls in flight").isLessThan(CALLS * BYTES_PER_CALL);
            oneMoreIsBlocked(world);

            world.withheld.end();

            assertThat(Mono.fromFuture(answered).block(PATIENCE)).isEqualTo(CALLS);
            assertThat(world.simulator.ledger()).hasSize(CALLS / 2);
            assertThat(world.torches()).isEqualTo(torches - CALLS / 4);
            world.requireQuiet();
            assertThat(usedHeap() - before).as("bytes left of the calls").isLessThan(BYTES_LEFT);
        }
    }

    private static FaultyService wide() {
        return new FaultyService(
                false,
                client -> client.limits(PATIENT)
                        .resilience(FaultyService.UNHINDERED)
                        .connections(ConnectionSettings.DEFAULT
                                .withMaxConnections(CONNECTIONS)
                                .withMaxPending(CALLS - CONNECTIONS)
                                .withConnectTimeout(PATIENCE)));
    }

    /** How many were answered well; the first failure ends it. */
    private static CompletableFuture<Long> answersOfAll(FaultyService world) {
        return Flux.range(0, CALLS).flatMap(i -> call(world, i), CALLS).count().toFuture();
    }

    private static Mono<?> call(FaultyService world, int i) {
        return switch (i % 4) {
            case 0 -> world.bob.balance();
            case 1 -> world.bob.products().consume("Torch", 1);
            default -> purchase(world, "order-" + i);
        };
    }

    private static Mono<?> purchase(FaultyService world, String order) {
        return world.bob.purchase(ItemPurchase.of(TransactionId.of(order), "match", new BigDecimal("0.01"))
                .withUsername("bob"));
    }

    private static void oneMoreIsBlocked(FaultyService world) {
        CallBlockedException blocked = FaultyService.failure(CallBlockedException.class, purchase(world, "one-more"));
        assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.CONNECTION_POOL);
        assertThat(blocked.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(world.simulator.requestCount("/transact")).isZero();
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** An attempt whose time is the call's is a failure to the breaker like any other. */
    @Test
    void aSilentServiceOpensTheBreakerOfCallsInAHurry() {
        CallLimits hurry = FaultyService.PATIENT.withDeadline(Duration.ofMillis(300));
        try (FaultyService world = new FaultyService(
                false,
                client -> client.limits(FaultyService.PATIENT)
                        .resilience(FaultyService.UNHINDERED.withSlidingWindow(10)))) {
            world.warmUp();
            world.simulator.failRandomly(RandomFaults.seed(1).withFault(1, Fault.HANG, "/balance"));
            CallBlockedException blocked = Flux.range(0, 50)
                    .concatMap(i -> world.bob
                            .withLimits(hurry)
                            .balance()
                            .map(balance -> new AssertionError("an answer"))
                            .cast(Throwable.class)
                            .onErrorResume(failure -> Mono.just(failure)))
                    .skipWhile(ServiceUnreachableException.class::isInstance)
                    .cast(CallBlockedException.class)
                    .blockFirst(FaultyService.PATIENCE);
            assertThat(FaultyService.present(blocked).blockedBy()).isEqualTo(BlockedBy.CIRCUIT_BREAKER);
            long requests = world.simulator.requestCount("/balance");
            assertThat(requests).isBetween(5L, 49L);
            FaultyService.failure(CallBlockedException.class, world.bob.balance());
            assertThat(world.simulator.requestCount("/balance")).isEqualTo(requests);
            world.requireQuiet();
        }
    }
}
