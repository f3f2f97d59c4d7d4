package com.gloebit.reactive.settings;

import com.gloebit.reactive.internal.Arguments;
import java.time.Duration;

/**
 * The settings of retries, circuit breakers and the retry budget. The rules for retries, and for failures that a
 * circuit breaker counts, are not settings: they depend on the endpoint. Durations are a millisecond to a day.
 *
 * @param firstBackoff the upper limit of the first pause between attempts; it doubles for each further pause. The pause
 *     itself is random between zero and the limit (full jitter)
 * @param maxBackoff the largest limit of a pause
 * @param retryBudget the number of tokens in the client's retry budget, 0 to 1000000. Each retry costs 5; a success
 *     returns the tokens of its own retries, at least 1. While fewer than 5 are left, nothing is retried until calls
 *     succeed; a budget below 5 disables retries
 * @param failureRateThreshold the percentage of failed attempts at which a circuit breaker opens, 1 to 100
 * @param slidingWindow the number of attempts that a circuit breaker considers, 2 to 10000; a circuit breaker opens
 *     only after half as many
 * @param openFor the time for which a circuit breaker stays open before it permits trial attempts
 * @param trialAttempts the number of attempts that a half-open circuit breaker permits, 1 to 100
 */
public record ResilienceSettings(
        Duration firstBackoff,
        Duration maxBackoff,
        int retryBudget,
        int failureRateThreshold,
        int slidingWindow,
        Duration openFor,
        int trialAttempts) {
    /**
     * Pauses of up to 0.2 s, doubling to 5 s; a budget of 500; breakers that open for 10 s at 50 percent of 100
     * attempts.
     */
    public static final ResilienceSettings DEFAULT = new ResilienceSettings(
            Duration.ofMillis(200), Duration.ofSeconds(5), 500, 50, 100, Duration.ofSeconds(10), 5);

    public ResilienceSettings {
        Arguments.positive("firstBackoff", firstBackoff);
        Arguments.positive("maxBackoff", maxBackoff);
        Arguments.between("retryBudget", retryBudget, 0, 1_000_000);
        Arguments.between("failureRateThreshold", failureRateThreshold, 1, 100);
        Arguments.between("slidingWindow", slidingWindow, 2, 10_000);
        Arguments.positive("openFor", openFor);
        Arguments.between("trialAttempts", trialAttempts, 1, 100);
    }

    /**
     * Returns a copy with another limit for the first pause.
     *
     * @param firstBackoff a millisecond to a day
     * @return a copy
     */
    public ResilienceSettings withFirstBackoff(Duration firstBackoff) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * Returns a copy with another largest limit for the pauses.
     *
     * @param maxBackoff a millisecond to a day
     * @return a copy
     */
    public ResilienceSettings withMaxBackoff(Duration maxBackoff) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * Returns a copy with another retry budget.
     *
     * @param retryBudget 0 to 1000000; a value below 5 disables retries
     * @return a copy
     */
    public ResilienceSettings withRetryBudget(int retryBudget) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * Returns a copy with another failure rate for the circuit breakers.
     *
     * @param failureRateThreshold percent, 1 to 100
     * @return a copy
     */
    public ResilienceSettings withFailureRateThreshold(int failureRateThreshold) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * Returns a copy with another window for the circuit breakers.
     *
     * @param slidingWindow number of attempts, 2 to 10000
     * @return a copy
     */
    public ResilienceSettings withSlidingWindow(int slidingWindow) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * Returns a copy with another time for which a circuit breaker stays open.
     *
     * @param openFor a millisecond to a day
     * @return a copy
     */
    public ResilienceSettings withOpenFor(Duration openFor) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * Returns a copy with another number of trial attempts.
     *
     * @param trialAttempts 1 to 100
     * @return a copy
     */
    public ResilienceSettings withTrialAttempts(int trialAttempts) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }
}
