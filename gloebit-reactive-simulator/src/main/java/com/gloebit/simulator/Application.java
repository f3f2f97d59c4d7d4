package com.gloebit.simulator;

import com.gloebit.simulator.internal.wire.Arguments;
import java.net.URI;
import java.util.List;

/**
 * An OAuth client of the simulated service, which Gloebit also calls a merchant or a consumer.
 *
 * @param key the OAuth key
 * @param secret the OAuth secret
 * @param redirectPrefixes one of them has to match each URI sent with the key: scheme, host and port are equal, and the
 *     URI's path begins with the prefix's path
 * @param anyLoopbackPort whether the port of a prefix on this machine is ignored in the comparison
 */
public record Application(String key, String secret, List<URI> redirectPrefixes, boolean anyLoopbackPort) {

    /**
     * Validates the components.
     *
     * @param key the OAuth key, not blank
     * @param secret the OAuth secret, not blank
     * @param redirectPrefixes absolute URIs, at least one
     * @param anyLoopbackPort see {@link #withAnyLoopbackPort(boolean)}
     */
    public Application {
        Arguments.notBlank("key", key);
        Arguments.notBlank("secret", secret);
        redirectPrefixes = List.copyOf(redirectPrefixes);
        if (redirectPrefixes.isEmpty()) {
            throw new IllegalArgumentException("redirectPrefixes is empty; at least one absolute URI is needed");
        }
        redirectPrefixes.forEach(prefix -> Arguments.absolute("redirectPrefixes", prefix));
    }

    /**
     * Returns an application whose redirect prefixes are compared with their ports.
     *
     * @param key the OAuth key
     * @param secret the OAuth secret
     * @param redirectPrefixes absolute URIs, at least one
     * @return the application
     */
    public static Application of(String key, String secret, URI... redirectPrefixes) {
        return new Application(key, secret, List.of(redirectPrefixes), false);
    }

    /**
     * Returns a copy for an application that listens on a free port. RFC 8252, section 7.3, asks an authorization
     * server to accept any loopback port. No source says that Gloebit does, so the default is false.
     *
     * @param value whether a URI may have any port if its prefix has the host {@code localhost}, an IPv4 address that
     *     begins with 127, or {@code [::1]}
     * @return a copy
     */
    public Application withAnyLoopbackPort(boolean value) {
        return new Application(key, secret, redirectPrefixes, value);
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "Application[key=" + key + ", redirectPrefixes=" + redirectPrefixes + ", anyLoopbackPort="
                + anyLoopbackPort + "]";
    }
}
