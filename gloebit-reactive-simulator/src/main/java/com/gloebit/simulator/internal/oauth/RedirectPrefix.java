package com.gloebit.simulator.internal.oauth;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.internal.wire.Loopback;
import java.net.URI;
import java.util.Objects;

/** Compares a URI with a configured prefix by component, so that {@code good.example.evil.example} does not match. */
public final class RedirectPrefix {
    private RedirectPrefix() {}

    /** Whether a URI begins with one of the application's prefixes. */
    public static boolean accepts(Application application, URI uri) {
        return application.redirectPrefixes().stream()
                .anyMatch(prefix -> covers(prefix, uri, application.anyLoopbackPort() && Loopback.hosts(prefix)));
    }

    private static boolean covers(URI prefix, URI uri, boolean anyPort) {
        return uri.isAbsolute()
                && !uri.isOpaque()
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && prefix.getScheme().equalsIgnoreCase(uri.getScheme())
                && sameHost(prefix, uri)
                && (anyPort || port(prefix) == port(uri))
                && pathStartsWith(prefix, uri);
    }

    private static boolean sameHost(URI prefix, URI uri) {
        return prefix.getHost() != null && prefix.getHost().equalsIgnoreCase(uri.getHost());
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static boolean pathStartsWith(URI prefix, URI uri) {
        String path = Objects.requireNonNullElse(uri.normalize().getPath(), "");
        return path.startsWith(Objects.requireNonNullElse(prefix.getPath(), "")) && !(path + "/").contains("/../");
    }
}
