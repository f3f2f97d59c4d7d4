package com.gloebit.reactive.settings;

import com.gloebit.reactive.internal.Arguments;
import java.time.Duration;

/**
 * The limits of the client's connections to Gloebit. Durations are a millisecond to a day.
 *
 * @param maxConnections the largest number of open connections, 1 to 65536
 * @param maxPending the largest number of calls that wait for a connection, 1 to 1000000; further calls fail at once
 * @param connectTimeout the longest time to open a connection, and again for the TLS handshake. It is at most a third
 *     of the client's attempt timeout or deadline, whichever is shorter. An unreachable network then fails before the
 *     attempt times out, and the circuit breaker counts it
 * @param maxIdle the time after which an unused connection is closed; choose a value below the keep-alive time of
 *     common servers
 * @param maxAge the time after which any connection is closed, so that the client notices a changed address
 * @param maxAnswerBytes the size of the largest answer body that is read, 1024 to 16777216
 */
public record ConnectionSettings(
        int maxConnections,
        int maxPending,
        Duration connectTimeout,
        Duration maxIdle,
        Duration maxAge,
        int maxAnswerBytes) {
    /**
     * 128 connections, 4096 waiting calls, 3 seconds to connect, 20 seconds idle, 5 minutes of age, answers of 1 MiB.
     */
    public static final ConnectionSettings DEFAULT = new ConnectionSettings(
            128, 4096, Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofMinutes(5), 1 << 20);

    public ConnectionSettings {
        Arguments.between("maxConnections", maxConnections, 1, 65_536);
        Arguments.between("maxPending", maxPending, 1, 1_000_000);
        Arguments.positive("connectTimeout", connectTimeout);
        Arguments.positive("maxIdle", maxIdle);
        Arguments.positive("maxAge", maxAge);
        Arguments.between("maxAnswerBytes", maxAnswerBytes, 1024, 1 << 24);
    }

    /**
     * Returns a copy with another limit for open connections.
     *
     * @param maxConnections 1 to 65536
     * @return a copy
     */
    public ConnectionSettings withMaxConnections(int maxConnections) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * Returns a copy with another limit for waiting calls.
     *
     * @param maxPending 1 to 1000000
     * @return a copy
     */
    public ConnectionSettings withMaxPending(int maxPending) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * Returns a copy with another time to connect.
     *
     * @param connectTimeout a millisecond to a day
     * @return a copy
     */
    public ConnectionSettings withConnectTimeout(Duration connectTimeout) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * Returns a copy with another time after which an unused connection is closed.
     *
     * @param maxIdle a millisecond to a day
     * @return a copy
     */
    public ConnectionSettings withMaxIdle(Duration maxIdle) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * Returns a copy with another time after which any connection is closed.
     *
     * @param maxAge a millisecond to a day
     * @return a copy
     */
    public ConnectionSettings withMaxAge(Duration maxAge) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * Returns a copy with another limit for the answer body.
     *
     * @param maxAnswerBytes 1024 to 16777216
     * @return a copy
     */
    public ConnectionSettings withMaxAnswerBytes(int maxAnswerBytes) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }
}
