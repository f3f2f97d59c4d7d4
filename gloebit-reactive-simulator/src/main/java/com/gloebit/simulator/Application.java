package com.gloebit.simulator;

import java.net.URI;
import java.util.List;

/**
 * An OAuth client of the simulated service, which Gloebit also calls a merchant or a consumer.
 *
 * @param key the OAuth key
 * @param secret the OAuth secret
 * @param redirectPrefixes what every URI sent with the key must begin with: scheme, host and port are equal, and the
 *     path starts with the prefix's path
 */
public record Application(String key, String secret, List<URI> redirectPrefixes) {

    /**
     * Checks the parts.
     *
     * @param key the OAuth key, not blank
     * @param secret the OAuth secret, not blank
     * @param redirectPrefixes absolute URIs, at least one
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
     * An application with the redirect prefixes of its configuration page.
     *
     * @param key the OAuth key
     * @param secret the OAuth secret
     * @param redirectPrefixes absolute URIs, at least one
     * @return the application
     */
    public static Application of(String key, String secret, URI... redirectPrefixes) {
        return new Application(key, secret, List.of(redirectPrefixes));
    }

    boolean accepts(URI uri) {
        return redirectPrefixes.stream().anyMatch(prefix -> RedirectPrefix.covers(prefix, uri));
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Application[key=" + key + ", redirectPrefixes=" + redirectPrefixes + "]";
    }
}
