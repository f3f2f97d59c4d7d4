package com.gloebit.reactive.settings;

import com.gloebit.reactive.internal.Arguments;
import java.time.Duration;

/**
 * The numbers behind retry, circuit breakers and the retry budget. What may be sent again, and what counts as a failure
 * of the service, is not a setting: it follows from the endpoint. Durations are a millisecond to a day.
 *
 * @param firstBackoff the bound of the first wait between attempts; each further bound doubles. The wait itself is
 *     drawn from zero to the bound (full jitter)
 * @param maxBackoff the largest bound
 * @param retryBudget the tokens of the client's retry budget; a retry that is sent costs 5, a success gives back
 *     what its retries took, at least 1. When it is spent, nothing is sent again until calls succeed; with less than 5,
 *     nothing is ever sent again
 * @param failureRateThreshold percent of failed attempts at which a circuit breaker opens, 1 to 100
 * @param slidingWindow how many attempts a circuit breaker looks at, and how many it needs before it opens is half
 *     of that; 2 to 10000
 * @param openFor how long a circuit breaker stays open before it lets trial attempts through
 * @param trialAttempts how many attempts a half-open circuit breaker lets through, 1 to 100
 */
public record ResilienceSettings(
        Duration firstBackoff,
        Duration maxBackoff,
        int retryBudget,
        int failureRateThreshold,
        int slidingWindow,
        Duration openFor,
        int trialAttempts) {
    /** Waits of up to 0.2 to 5 seconds, a budget of 500, breakers that open at 50 percent of 100 for 10 seconds. */
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
     * The same with another first bound of the waits.
     *
     * @param firstBackoff a millisecond to a day
     * @return a copy
     */
    public ResilienceSettings withFirstBackoff(Duration firstBackoff) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * The same with another largest bound of the waits.
     *
     * @param maxBackoff a millisecond to a day
     * @return a copy
     */
    public ResilienceSettings withMaxBackoff(Duration maxBackoff) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * The same with another retry budget.
     *
     * @param retryBudget 0 to 1000000; with less than 5 nothing is ever sent again
     * @return a copy
     */
    public ResilienceSettings withRetryBudget(int retryBudget) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * The same with another rate at which a circuit breaker opens.
     *
     * @param failureRateThreshold percent, 1 to 100
     * @return a copy
     */
    public ResilienceSettings withFailureRateThreshold(int failureRateThreshold) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * The same with another window of the circuit breakers.
     *
     * @param slidingWindow attempts, 2 to 10000
     * @return a copy
     */
    public ResilienceSettings withSlidingWindow(int slidingWindow) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * The same with another time that a circuit breaker stays open.
     *
     * @param openFor a millisecond to a day
     * @return a copy
     */
    public ResilienceSettings withOpenFor(Duration openFor) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }

    /**
     * The same with another number of trial attempts.
     *
     * @param trialAttempts 1 to 100
     * @return a copy
     */
    public ResilienceSettings withTrialAttempts(int trialAttempts) {
        return new ResilienceSettings(
                firstBackoff, maxBackoff, retryBudget, failureRateThreshold, slidingWindow, openFor, trialAttempts);
    }
}
