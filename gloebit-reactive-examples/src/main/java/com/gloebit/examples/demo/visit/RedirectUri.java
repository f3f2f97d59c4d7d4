package com.gloebit.examples.demo.visit;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where the browser comes back to: this machine, so that the demo can listen there.
 *
 * @param uri as it is sent to Gloebit
 */
public record RedirectUri(URI uri) {
    public static final RedirectUri USUAL = new RedirectUri(URI.create("http://127.0.0.1:8080/callback"));

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");

    public static Optional<RedirectUri> parse(String text) {
        try {
            return Optional.of(URI.create(text)).filter(RedirectUri::isHere).map(RedirectUri::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    int port() {
        return uri.getPort();
    }

    /** Whether this is what a request line of HTTP asks for, whatever its query. */
    boolean isAskedFor(String target) {
        int query = target.indexOf('?');
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return path.equals(query < 0 ? target : target.substring(0, query));
    }

    private static boolean isHere(URI uri) {
        return "http".equals(uri.getScheme())
                && uri.getHost() != null
                && HOSTS.contains(uri.getHost())
                && uri.getPort() > 0
                && uri.getPort() < 65_536
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }
}
