package com.gloebit.reactive.settings;

import com.gloebit.reactive.internal.Arguments;
import java.time.Duration;

/**
 * How long one call may take, and how often it is tried. Durations are a millisecond to a day.
 *
 * @param attempts the most attempts of one call, the first included; 1 to 10
 * @param attemptTimeout the longest one attempt may take, from waiting for a connection to the last byte of the answer.
 *     Waiting, connecting and the TLS handshake are bounded by parts of the client's; a call within shorter limits may
 *     end before they do, and then does not count with the circuit breaker
 * @param deadline the longest the whole call may take, waits between attempts included. No attempt outlives it, and no
 *     attempt is begun after it. With holds, what the journal takes comes on top, at most 10 seconds for each of its
 *     steps
 */
public record CallLimits(int attempts, Duration attemptTimeout, Duration deadline) {
    /** Three attempts of at most 10 seconds each, 30 seconds in all. */
    public static final CallLimits DEFAULT = new CallLimits(3, Duration.ofSeconds(10), Duration.ofSeconds(30));

    public CallLimits {
        Arguments.between("attempts", attempts, 1, 10);
        Arguments.positive("attemptTimeout", attemptTimeout);
        Arguments.positive("deadline", deadline);
    }

    /**
     * The same with another number of attempts.
     *
     * @param attempts 1 to 10; 1 means that nothing is ever sent again
     * @return a copy
     */
    public CallLimits withAttempts(int attempts) {
        return new CallLimits(attempts, attemptTimeout, deadline);
    }

    /**
     * The same with another limit for each attempt.
     *
     * @param attemptTimeout a millisecond to a day
     * @return a copy
     */
    public CallLimits withAttemptTimeout(Duration attemptTimeout) {
        return new CallLimits(attempts, attemptTimeout, deadline);
    }

    /**
     * The same with another limit for the whole call.
     *
     * @param deadline a millisecond to a day
     * @return a copy
     */
    public CallLimits withDeadline(Duration deadline) {
        return new CallLimits(attempts, attemptTimeout, deadline);
    }
}
