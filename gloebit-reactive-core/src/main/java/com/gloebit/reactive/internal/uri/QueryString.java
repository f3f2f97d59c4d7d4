package com.gloebit.reactive.internal.uri;

import com.gloebit.reactive.internal.Arguments;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query of a URL, written and read; a fragment of OAuth's has the same form. */
public final class QueryString {
    private static final int MAX_LENGTH = 16 * 1024;

    private final StringBuilder text = new StringBuilder();

    public QueryString add(String name, @Nullable Object value) {
        if (value != null) {
            text.append(text.isEmpty() ? '?' : '&')
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value.toString()));
        }
        return this;
    }

    public QueryString flag(String name, boolean present) {
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

    /**
     * Reads the parameters of these names. Returns null if the query is too long, or if one of these comes twice, for a
     * proxy may have read the other, or does not decode. What else is in the query is others' business.
     */
    public static @Nullable Map<String, String> parse(String query, Set<String> names) {
        if (query.length() > MAX_LENGTH) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : withoutMark(query).split("&")) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            if (name != null && names.contains(name)) {
                String value = decoded(equals < 0 ? "" : parameter.substring(equals + 1));
                if (value == null || parameters.put(name, value) != null) {
                    return null;
                }
            }
        }
        return parameters;
    }

    /** Neither mark can begin a name: both would have been escaped. */
    private static String withoutMark(String query) {
        return query.startsWith("?") || query.startsWith("#") ? query.substring(1) : query;
    }

    /** Bytes that are no UTF-8 are decoded to U+FFFD, which nobody means to send. */
    private static @Nullable String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return decoded.indexOf('\uFFFD') < 0 && Arguments.halfCharacter(decoded) < 0 ? decoded : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
