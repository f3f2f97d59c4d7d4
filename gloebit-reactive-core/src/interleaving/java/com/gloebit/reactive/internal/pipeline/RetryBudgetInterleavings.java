package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.interleaving.Interleavings.explore;
import static com.gloebit.reactive.interleaving.Interleavings.require;
import static com.gloebit.reactive.interleaving.Interleavings.requireLinearizable;
import static com.gloebit.reactive.interleaving.Interleavings.threads;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

public class RetryBudgetInterleavings {
    private static final int COST = 5;
    private static final int CAPACITY = 3 * COST - 1;

    @Test
    void whatIsTakenIsPaid() {
        explore(() -> {
            RetryBudget budget = new RetryBudget(CAPACITY);
            AtomicInteger retries = new AtomicInteger();
            int[] seen = new int[1];
            threads(
                    () -> {
                        take(budget, retries);
                        take(budget, retries);
                    },
                    () -> {
                        if (take(budget, retries)) {
                            retries.decrementAndGet();
                            budget.giveBack(1);
                        }
                    },
                    () -> seen[0] = budget.left());
            require(0 <= seen[0] && seen[0] <= CAPACITY, "the tokens left are never below 0 nor above the capacity");
            require(budget.left() == CAPACITY - retries.get() * COST, "every retry was paid, and none was paid twice");
        });
    }

    private static boolean take(RetryBudget budget, AtomicInteger retries) {
        boolean taken = budget.takeForRetry();
        if (taken) {
            retries.incrementAndGet();
        }
        return taken;
    }

    @Test
    void isNeverOverfilled() {
        explore(() -> {
            RetryBudget budget = new RetryBudget(CAPACITY);
            budget.takeForRetry();
            int[] seen = new int[1];
            threads(() -> budget.giveBack(2), () -> seen[0] = budget.left());
            require(seen[0] <= CAPACITY && budget.left() == CAPACITY, "the tokens left are never above the capacity");
        });
    }

    @Test
    void isLinearizable() {
        requireLinearizable(RetryBudgetInterleavings.class);
    }

    private final RetryBudget budget = new RetryBudget(CAPACITY);

    @Operation
    public boolean take() {
        return budget.takeForRetry();
    }

    @Operation
    public void succeedAtOnce() {
        budget.giveBack(0);
    }

    @Operation
    public void succeedAfterARetry() {
        budget.giveBack(1);
    }

    @Operation
    public int left() {
        return budget.left();
    }
}
