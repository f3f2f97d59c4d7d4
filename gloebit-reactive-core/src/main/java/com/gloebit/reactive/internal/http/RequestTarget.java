package com.gloebit.reactive.internal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request line asks for: a path and a query, or the absolute form, which a server has to take as well (RFC 9112, 3.2.2). */
final class RequestTarget {
    private static final Pattern SCHEME_AND_HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

    private RequestTarget() {}

    /** Returns the target without scheme and host; one that has neither stays as it is. */
    static String pathAndQuery(String target) {
        Matcher origin = SCHEME_AND_HOST.matcher(target);
        return origin.lookingAt() ? target.substring(origin.end()) : target;
    }
}
