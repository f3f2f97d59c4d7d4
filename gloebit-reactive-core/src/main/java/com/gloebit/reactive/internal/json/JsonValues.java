package com.gloebit.reactive.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: text, {@code BigDecimal}, {@code Boolean}, null, lists and maps of these. A copy is immutable,
 * its numbers are exact, and it stays within the limits of {@link JsonReader}.
 */
public final class JsonValues {
    private static final int MAX_DEPTH = JsonReader.MAX_DEPTH - 4;

    private JsonValues() {}

    /** Returns a validated copy of a caller's values. */
    public static Map<String, @Nullable Object> copy(String name, Map<String, ? extends @Nullable Object> members) {
        return copy(name, members, MAX_DEPTH);
    }

    private static Map<String, @Nullable Object> copy(String name, Map<?, ?> members, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (!(key instanceof String member)) {
                throw new IllegalArgumentException(name + " has a member whose name is no text");
            }
            if (member.length() > JsonReader.MAX_NAME) {
                throw new IllegalArgumentException(name + " has a member whose name has " + member.length()
                        + " characters; at most " + JsonReader.MAX_NAME + " are allowed");
            }
            copy.put(member, value(name + "." + member, value, depth - 1));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object value(String name, @Nullable Object value, int depth) {
        if (depth < 0) {
            throw new IllegalArgumentException(name + " is nested too deep; " + MAX_DEPTH + " levels are allowed");
        }
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            return text(name, text);
        }
        if (value instanceof Number number) {
            return decimal(name, number);
        }
        if (value instanceof Map<?, ?> members) {
            return copy(name, members, depth);
        }
        if (value instanceof Iterable<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>();
            elements.forEach(element -> copy.add(value(name + "[" + copy.size() + "]", element, depth - 1)));
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException(name + " is a " + value.getClass().getName()
                + "; text, numbers, Boolean, null, lists and maps of these are allowed");
    }

    private static String text(String name, String text) {
        if (text.length() > JsonReader.MAX_TEXT) {
            throw new IllegalArgumentException(
                    name + " has " + text.length() + " characters; at most " + JsonReader.MAX_TEXT + " are allowed");
        }
        return text;
    }

    private static BigDecimal decimal(String name, Number number) {
        try {
            return JsonReader.exact(number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString()));
        } catch (NumberFormatException | MalformedJsonException e) {
            throw new IllegalArgumentException(name + " is no number that JSON can carry here");
        }
    }
}
