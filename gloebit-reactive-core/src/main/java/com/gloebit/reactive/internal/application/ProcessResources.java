package com.gloebit.reactive.internal.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What a client uses of the process that it runs in.
 *
 * @param timer runs timeouts and pauses
 * @param nanoTime the monotonic time, in nanoseconds from an arbitrary origin
 * @param random the random numbers of the current thread
 */
public record ProcessResources(Scheduler timer, LongSupplier nanoTime, Supplier<? extends RandomGenerator> random) {
    public static ProcessResources system() {
        return new ProcessResources(Schedulers.parallel(), System::nanoTime, ThreadLocalRandom::current);
    }

    /** Returns a random duration from the pause to twice the pause. */
    public Duration jitter(Duration pause) {
        return pause.plusNanos(random.get().nextLong(pause.toNanos() + 1));
    }

    /**
     * Returns a clock that starts with another one and then advances with the monotonic time: setting the system clock
     * does not change a wait.
     */
    public Clock monotonicClock(Clock start) {
        return new MonotonicClock(start.instant(), nanoTime);
    }

    private static final class MonotonicClock extends Clock {
        private final Instant start;
        private final long startNanos;
        private final LongSupplier nanoTime;

        MonotonicClock(Instant start, LongSupplier nanoTime) {
            this.start = start;
            this.startNanos = nanoTime.getAsLong();
            this.nanoTime = nanoTime;
        }

        @Override
        public Instant instant() {
            return start.plusNanos(nanoTime.getAsLong() - startNanos);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the monotonic time belongs to no time zone");
        }
    }
}
