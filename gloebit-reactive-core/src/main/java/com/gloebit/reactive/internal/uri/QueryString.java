package com.gloebit.reactive.internal.uri;

import com.gloebit.reactive.internal.Arguments;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes and reads the query of a URL. A fragment of OAuth has the same form. */
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
     * Reads the parameters with the given names; all others are ignored.
     *
     * <p>Returns null if the query is too long, or if a parameter cannot be decoded or occurs twice: a proxy may have
     * read the other one.
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

    /** Removes a leading mark. It cannot belong to a name, in which it would be escaped. */
    private static String withoutMark(String query) {
        return query.startsWith("?") || query.startsWith("#") ? query.substring(1) : query;
    }

    /**
     * Returns null for bytes that are not UTF-8, which decode to U+FFFD. No valid parameter contains that character.
     */
    private static @Nullable String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return decoded.indexOf('\uFFFD') < 0 && Arguments.halfCharacter(decoded) < 0 ? decoded : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
