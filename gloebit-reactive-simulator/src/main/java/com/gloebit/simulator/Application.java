package com.gloebit.simulator;

import com.gloebit.simulator.internal.wire.Arguments;
import java.net.URI;
import java.util.List;

/**
 * An OAuth client of the simulated service, which Gloebit also calls a merchant or a consumer.
 *
 * @param key the OAuth key
 * @param secret the OAuth secret
 * @param redirectPrefixes what every URI sent with the key must begin with: scheme, host and port are equal, and the
 *     path starts with the prefix's path
 * @param anyLoopbackPort whether the port of a prefix on this machine is left out of the comparison
 */
public record Application(String key, String secret, List<URI> redirectPrefixes, boolean anyLoopbackPort) {

    /**
     * Checks the parts.
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
     * An application with the redirect prefixes of its configuration page. Ports are compared.
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
     * The same application, for one that listens on a free port. RFC 8252, section 7.3, asks this of a service; whether
     * Gloebit does it no source says, so it has to be chosen.
     *
     * @param value whether a URI may have any port where it begins with a redirect prefix whose host is
     *     {@code localhost}, an IPv4 address that begins with 127, or {@code [::1]}
     * @return a copy
     */
    public Application withAnyLoopbackPort(boolean value) {
        return new Application(key, secret, redirectPrefixes, value);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Application[key=" + key + ", redirectPrefixes=" + redirectPrefixes + ", anyLoopbackPort="
                + anyLoopbackPort + "]";
    }
}
