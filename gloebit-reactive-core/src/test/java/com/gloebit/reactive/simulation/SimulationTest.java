package com.gloebit.reactive.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.wire.support.RunParameters;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Random programs under random faults, one for each seed. {@code -Dseeds=1000000} makes as many, {@code -DfirstSeed=7}
 * begins with that one. The faults, switches and steps are those of the seed; how threads interleave is not.
 */
class SimulationTest {
    private static final long SEEDS = RunParameters.count("seeds", 100);
    private static final long FIRST = RunParameters.number("firstSeed", 1);

    /** More than a small machine has cores: a part of a world's time is waiting. */
    private static final int WORLDS_AT_ONCE = 6;

    private final Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong passed = new AtomicLong();

    @Test
    @Timeout(value = 10, unit = TimeUnit.DAYS)
    void everySeedEndsWithTheBooksAndTheClientInAgreement() {
        try (Callbacks callbacks = new Callbacks()) {
            Flux.range(0, WORLDS_AT_ONCE)
                    .flatMap(
                            lane -> Mono.fromRunnable(() -> runAllOf(lane, callbacks))
                                    .subscribeOn(Schedulers.boundedElastic()),
                            WORLDS_AT_ONCE)
                    .blockLast();
        }
        AssertionError first = failures.poll();
        if (first != null) {
            failures.forEach(first::addSuppressed);
            throw first;
        }
        assertThat(passed).as("seeds that passed").hasValue(SEEDS);
        System.out.printf("%s seeds passed, from %s; %s%n", SEEDS, FIRST, LedgerComparison.exceptions());
    }

    private void runAllOf(int lane, Callbacks callbacks) {
        LongStream.range(FIRST, FIRST + SEEDS)
                .filter(seed -> Math.floorMod(seed, WORLDS_AT_ONCE) == lane)
                .takeWhile(unused -> failures.isEmpty())
                .forEach(seed -> run(seed, callbacks));
    }

    private void run(long seed, Callbacks callbacks) {
        SeededRandom chance = new SeededRandom(seed);
        try (SimulatedWorld world = new SimulatedWorld(seed, chance, callbacks)) {
            new Program(world, chance, new SeededRandom(~seed)).run();
            passed.incrementAndGet();
        } catch (Throwable failure) {
            failures.add(new AssertionError(
                    "seed " + seed + " failed; it alone is run by: ./mvnw test -pl gloebit-reactive-core -am"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest=SimulationTest -Dseeds=1 -DfirstSeed="
                            + seed,
                    failure));
        }
    }
}
