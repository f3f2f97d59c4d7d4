package com.gloebit.reactive.internal.pipeline;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential waits with full jitter: drawn from zero to a bound that doubles. */
final class Backoff {
    private static final int MOST_DOUBLINGS = 20;

    private final long first;
    private final long most;

    Backoff(Duration first, Duration most) {
        this.first = first.toNanos();
        this.most = most.toNanos();
    }

    /** @param failed how many attempts have failed, at least 1 */
    Duration next(int failed) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound(failed) + 1));
    }

    long bound(int failed) {
        int doublings = Math.min(failed - 1, MOST_DOUBLINGS);
        return first > most >> doublings ? most : first << doublings;
    }
}
