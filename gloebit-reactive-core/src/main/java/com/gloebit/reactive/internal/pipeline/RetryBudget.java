package com.gloebit.reactive.internal.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bucket of tokens that all calls of a client share. It keeps retries from multiplying the load of a service that is
 * already failing; the first attempt of a call never needs a token.
 */
final class RetryBudget {
    private static final int COST = 5;

    private final int capacity;
    private final AtomicInteger tokens;

    RetryBudget(int capacity) {
        this.capacity = capacity;
        this.tokens = new AtomicInteger(capacity);
    }

    boolean takeForRetry() {
        int before = tokens.getAndUpdate(left -> left < COST ? left : left - COST);
        return before >= COST;
    }

    /** A success gives back what its retries took, at least 1. */
    void giveBack(int retries) {
        if (retries > 0 || tokens.get() < capacity) {
            tokens.updateAndGet(left -> Math.min(capacity, left + Math.max(1, retries * COST)));
        }
    }

    int left() {
        return tokens.get();
    }
}
