package com.gloebit.reactive.internal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The target of a request line: a path and a query, or the absolute form, which a server must also accept (RFC 9112,
 * 3.2.2).
 */
final class RequestTarget {
    private static final Pattern SCHEME_AND_HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

    private RequestTarget() {}

    /** Returns the target without scheme and host; a target without them is returned unchanged. */
    static String pathAndQuery(String target) {
        Matcher origin = SCHEME_AND_HOST.matcher(target);
        return origin.lookingAt() ? target.substring(origin.end()) : target;
    }
}
