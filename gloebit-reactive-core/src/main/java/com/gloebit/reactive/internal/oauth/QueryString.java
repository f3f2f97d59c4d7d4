package com.gloebit.reactive.internal.oauth;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a URL, written and read; a fragment of OAuth's has the same form. */
final class QueryString {
    private static final int MAX_LENGTH = 16 * 1024;

    private final StringBuilder text = new StringBuilder();

    QueryString add(String name, @Nullable Object value) {
        if (value != null) {
            text.append(text.isEmpty() ? '?' : '&')
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value.toString()));
        }
        return this;
    }

    QueryString flag(String name, boolean present) {
        if (present) {
            text.append(text.isEmpty() ? '?' : '&').append(encoded(name));
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Null if it is too long, wrongly escaped, or says one thing twice: a proxy may have read the other. */
    static @Nullable Map<String, String> parse(String query) {
        if (query.length() > MAX_LENGTH) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : withoutMark(query).split("&")) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            String value = decoded(equals < 0 ? "" : parameter.substring(equals + 1));
            if (name == null || value == null || parameters.put(name, value) != null) {
                return null;
            }
        }
        return parameters;
    }

    /** Neither mark can begin a name: both would have been escaped. */
    private static String withoutMark(String query) {
        return query.startsWith("?") || query.startsWith("#") ? query.substring(1) : query;
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
