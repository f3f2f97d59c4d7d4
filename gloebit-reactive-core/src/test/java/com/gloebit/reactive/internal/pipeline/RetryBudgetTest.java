package com.gloebit.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    @Test
    void aRetryThatTheTokensDoNotCoverTakesNone() {
        RetryBudget budget = new RetryBudget(12);
        assertThat(budget.takeForRetry()).isTrue();
        assertThat(budget.takeForRetry()).isTrue();
        assertThat(budget.takeForRetry()).isFalse();
        assertThat(budget.left()).isEqualTo(2);
    }

    @Test
    void aRetryMayTakeTheLastTokens() {
        RetryBudget budget = new RetryBudget(5);
        assertThat(budget.takeForRetry()).isTrue();
        assertThat(budget.left()).isZero();
    }

    @Test
    void aSuccessReturnsTheTokensOfItsRetries() {
        RetryBudget budget = new RetryBudget(20);
        budget.takeForRetry();
        budget.takeForRetry();
        budget.giveBack(2);
        assertThat(budget.left()).isEqualTo(20);
    }

    @Test
    void aSuccessAtTheFirstAttemptReturnsOneToken() {
        RetryBudget budget = new RetryBudget(20);
        budget.takeForRetry();
        budget.giveBack(0);
        assertThat(budget.left()).isEqualTo(16);
    }

    @Test
    void theBudgetNeverExceedsItsCapacity() {
        RetryBudget budget = new RetryBudget(20);
        budget.giveBack(0);
        budget.giveBack(3);
        assertThat(budget.left()).isEqualTo(20);
    }
}
