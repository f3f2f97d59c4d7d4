package com.gloebit.reactive.settings;

import com.gloebit.reactive.internal.Arguments;
import java.time.Duration;

/**
 * The time limits of one call and its number of attempts. Durations are a millisecond to a day.
 *
 * @param attempts the largest number of attempts of one call, including the first; 1 to 10
 * @param attemptTimeout the longest duration of one attempt, from the wait for a connection to the last byte of the
 *     answer. The wait for a connection, its opening and the TLS handshake have limits of their own, which are
 *     fractions of the client's attempt timeout. A call with shorter limits than the client's may end before these
 *     limits are reached; the circuit breaker then does not count it
 * @param deadline the longest duration of the whole call, including the pauses between attempts. No attempt starts or
 *     continues after it. With holds, the steps of the journal are not included; each takes at most 10 seconds
 */
public record CallLimits(int attempts, Duration attemptTimeout, Duration deadline) {
    /** Three attempts of at most 10 seconds each, and a deadline of 30 seconds. */
    public static final CallLimits DEFAULT = new CallLimits(3, Duration.ofSeconds(10), Duration.ofSeconds(30));

    public CallLimits {
        Arguments.between("attempts", attempts, 1, 10);
        Arguments.positive("attemptTimeout", attemptTimeout);
        Arguments.positive("deadline", deadline);
    }

    /**
     * Returns a copy with another number of attempts.
     *
     * @param attempts 1 to 10; 1 disables retries
     * @return a copy
     */
    public CallLimits withAttempts(int attempts) {
        return new CallLimits(attempts, attemptTimeout, deadline);
    }

    /**
     * Returns a copy with another limit for each attempt.
     *
     * @param attemptTimeout a millisecond to a day
     * @return a copy
     */
    public CallLimits withAttemptTimeout(Duration attemptTimeout) {
        return new CallLimits(attempts, attemptTimeout, deadline);
    }

    /**
     * Returns a copy with another limit for the whole call.
     *
     * @param deadline a millisecond to a day
     * @return a copy
     */
    public CallLimits withDeadline(Duration deadline) {
        return new CallLimits(attempts, attemptTimeout, deadline);
    }
}
