package com.gloebit.reactive.internal.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bucket of tokens that all calls of a client share. It keeps retries from multiplying the load on a service that is
 * already failing. The first attempt of a call needs no token.
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

    /** A success returns the tokens that its retries took, at least 1 token. */
    void giveBack(int retries) {
        if (retries > 0 || tokens.get() < capacity) {
            tokens.updateAndGet(left -> Math.min(capacity, left + Math.max(1, retries * COST)));
        }
    }

    int left() {
        return tokens.get();
    }
}
