package com.gloebit.reactive.internal.pipeline;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff with full jitter: a random wait between zero and a bound that doubles. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 20;

    private final long first;
    private final long max;

    Backoff(Duration first, Duration max) {
        this.first = first.toNanos();
        this.max = max.toNanos();
    }

    /** @param failed the number of failed attempts, at least 1 */
    Duration next(int failed) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound(failed) + 1));
    }

    long bound(int failed) {
        int doublings = Math.min(failed - 1, MAX_DOUBLINGS);
        return first > max >> doublings ? max : first << doublings;
    }
}
