package com.gloebit.reactive.settings;

import com.gloebit.reactive.internal.Arguments;
import java.time.Duration;

/**
 * The bounds of the client's connections to Gloebit. Durations are a millisecond to a day.
 *
 * @param maxConnections the most connections open at once, 1 to 65536
 * @param maxPending the most calls that wait for a connection; one more is refused at once. 1 to 1000000
 * @param connectTimeout the longest that opening a connection may take, and then the TLS handshake; at most a third of
 *     the client's attempt timeout or deadline, so that a network that swallows connections is told from a busy pool and
 *     opens the circuit breaker
 * @param maxIdle how long an unused connection is kept; below the keep-alive of common servers
 * @param maxAge how long a connection is kept at all, so that a change of address is noticed
 * @param maxAnswerBytes the largest answer body that is read, 1024 to 16777216
 */
public record ConnectionSettings(
        int maxConnections,
        int maxPending,
        Duration connectTimeout,
        Duration maxIdle,
        Duration maxAge,
        int maxAnswerBytes) {
    /** 128 connections, 4096 waiting, 3 seconds to connect, 20 idle, 5 minutes of age, answers of 1 MiB. */
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
     * The same with another bound of open connections.
     *
     * @param maxConnections 1 to 65536
     * @return a copy
     */
    public ConnectionSettings withMaxConnections(int maxConnections) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * The same with another bound of waiting calls.
     *
     * @param maxPending 1 to 1000000
     * @return a copy
     */
    public ConnectionSettings withMaxPending(int maxPending) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * The same with another time to connect.
     *
     * @param connectTimeout a millisecond to a day
     * @return a copy
     */
    public ConnectionSettings withConnectTimeout(Duration connectTimeout) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * The same with another time that an unused connection is kept.
     *
     * @param maxIdle a millisecond to a day
     * @return a copy
     */
    public ConnectionSettings withMaxIdle(Duration maxIdle) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * The same with another time that a connection is kept at all.
     *
     * @param maxAge a millisecond to a day
     * @return a copy
     */
    public ConnectionSettings withMaxAge(Duration maxAge) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }

    /**
     * The same with another bound of an answer's body.
     *
     * @param maxAnswerBytes 1024 to 16777216
     * @return a copy
     */
    public ConnectionSettings withMaxAnswerBytes(int maxAnswerBytes) {
        return new ConnectionSettings(maxConnections, maxPending, connectTimeout, maxIdle, maxAge, maxAnswerBytes);
    }
}
