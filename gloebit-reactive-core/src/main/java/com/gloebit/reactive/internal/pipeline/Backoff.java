package com.gloebit.reactive.internal.pipeline;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Exponential backoff with full jitter: a random wait between zero and a bound that doubles. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 20;

    private final long first;
    private final long max;
    private final Supplier<? extends RandomGenerator> random;

    Backoff(Duration first, Duration max, Supplier<? extends RandomGenerator> random) {
        this.first = first.toNanos();
        this.max = max.toNanos();
        this.random = random;
    }

    /** @param failed the number of failed attempts, at least 1 */
    Duration next(int failed) {
        return Duration.ofNanos(random.get().nextLong(bound(failed) + 1));
    }

    long bound(int failed) {
        int doublings = Math.min(failed - 1, MAX_DOUBLINGS);
        return first > max >> doublings ? max : first << doublings;
    }
}
