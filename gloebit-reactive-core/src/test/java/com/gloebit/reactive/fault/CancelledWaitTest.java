package com.gloebit.reactive.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.fault.support.FaultyService;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.simulator.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Calls that no longer wait for a connection are in nobody's way. */
class CancelledWaitTest {
    private static final int WAITING = 5;

    /** What is left of a wait ends by itself when half of an attempt's time is up: not before these tests give up. */
    private static final CallLimits PATIENT =
            new CallLimits(1, FaultyService.PATIENCE.multipliedBy(2), FaultyService.PATIENCE.multipliedBy(2));

    private final FaultyService world = new FaultyService(
            false,
            client -> client.limits(PATIENT)
                    .resilience(FaultyService.UNHINDERED)
                    .connections(
                            ConnectionSettings.DEFAULT.withMaxConnections(1).withMaxPending(WAITING)));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void cancelledWaitsForAConnectionLeaveTheirPlacesToOthers() {
        Disposable occupant = occupy();

        cancelAll(waiting());

        FaultyService.await("an empty queue", () -> world.gauge("pool.pending") == 0);
        occupant.dispose();
    }

    @Test
    void timedOutWaitsForAConnectionLeaveTheirPlaces() {
        Disposable occupant = occupy();

        FaultyService.failure(
                ServiceUnreachableException.class,
                world.bob
                        .withLimits(PATIENT.withDeadline(Duration.ofMillis(100)))
                        .balance());

        FaultyService.await("an empty queue", () -> world.gauge("pool.pending") == 0);
        occupant.dispose();
    }

    private Disposable occupy() {
        world.simulator.failNext("/user", Fault.HANG);
        Disposable occupant = world.bob.info().onErrorComplete().subscribe();
        FaultyService.await("an occupied pool", () -> world.simulator.requestCount("/user") == 1);
        return occupant;
    }

    @Test
    void cancelledWaitsTakeNoConnectionFromOtherCalls() {
        world.dropConnection();
        world.withheld.begin();
        CompletableFuture<?> first = world.bob.info().toFuture();
        FaultyService.await("a connection that is being made", () -> world.withheld.size() == 1);
        int connections = world.connections.get();
        cancelAll(waiting());
        CompletableFuture<BigDecimal> behind = world.bob.balance().toFuture();

        world.withheld.end();

        assertThat(Mono.fromFuture(first).block(FaultyService.PATIENCE)).isNotNull();
        assertThat(Mono.fromFuture(behind).block(FaultyService.PATIENCE)).isNotNull();
        assertThat(world.connections.get() - connections).as("connections").isEqualTo(1);
        assertThat(world.simulator.requestCount("/balance")).isEqualTo(1);
    }

    private List<Disposable> waiting() {
        List<Disposable> calls = Stream.generate(() -> world.bob.balance().subscribe())
                .limit(WAITING)
                .toList();
        FaultyService.await("a full queue", () -> world.gauge("pool.pending") == WAITING);
        return calls;
    }

    private static void cancelAll(List<Disposable> calls) {
        calls.forEach(Disposable::dispose);
    }
}
