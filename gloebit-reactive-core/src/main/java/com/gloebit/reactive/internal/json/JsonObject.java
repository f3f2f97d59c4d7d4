package com.gloebit.reactive.internal.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object from an untrusted source. Each accessor defines the kinds it accepts. A member of another kind fails
 * with a {@link MalformedJsonException} that names the member. A member with the value null counts as missing.
 */
public final class JsonObject {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,20})?");

    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Map<String, @Nullable Object> members;

    private JsonObject(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** Returns all members as plain values; immutable. */
    public Map<String, @Nullable Object> members() {
        return members;
    }

    /** Returns the elements of an array of objects. */
    public List<JsonObject> objects(String name) {
        return elements(name, Map.class).stream()
                .map(element -> new JsonObject(membersOf(element)))
                .toList();
    }

    /** Returns the elements of an array of arrays of text. */
    public List<List<String>> rows(String name) {
        return elements(name, List.class).stream()
                .map(row -> ((List<?>) row)
                        .stream()
                                .map(cell -> {
                                    if (cell instanceof String text) {
                                        return text;
                                    }
                                    throw wrong(name, "an array of arrays of text");
                                })
                                .toList())
                .toList();
    }

    private <T> List<T> elements(String name, Class<T> kind) {
        if (present(name, members.get(name)) instanceof List<?> elements
                && elements.stream().allMatch(kind::isInstance)) {
            return elements.stream().map(kind::cast).toList();
        }
        throw wrong(name, "an array with elements of the expected kind");
    }

    @SuppressWarnings("unchecked") // JsonReader creates only maps with text keys
    private static Map<String, @Nullable Object> membersOf(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }

    public static JsonObject parse(byte[] bytes, int length) {
        return new JsonObject(JsonReader.object(bytes, length));
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    public @Nullable String optionalText(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(name, "text");
    }

    /** Returns text, or a number as text; null for any other kind. */
    public @Nullable String textOrNull(String name) {
        Object value = members.get(name);
        return value instanceof BigDecimal number ? number.toPlainString() : value instanceof String text ? text : null;
    }

    public String text(String name) {
        return present(name, optionalText(name));
    }

    public UUID uuid(String name) {
        String text = text(name);
        if (!UUID_SHAPE.matcher(text).matches()) {
            throw wrong(name, "a UUID");
        }
        return UUID.fromString(text);
    }

    /** Returns a number, given as a number or as text. */
    public BigDecimal decimal(String name) {
        return decimal(name, present(name, members.get(name)));
    }

    /** Returns the same as {@link #decimal}, but null for any other kind. */
    public @Nullable BigDecimal decimalOrNull(String name) {
        return orNull(() -> decimal(name));
    }

    /** Returns a whole number, given as a number or as text. */
    public long whole(String name) {
        return whole(name, decimal(name));
    }

    /** Returns the same as {@link #whole}, but null for any other kind. */
    public @Nullable Long wholeOrNull(String name) {
        return orNull(() -> whole(name));
    }

    /** Returns a boolean, given as a boolean or as the text {@code true} or {@code false}. */
    public boolean flag(String name) {
        Object value = members.get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if ("true".equals(value) || "false".equals(value)) {
            return "true".equals(value);
        }
        throw value == null ? missing(name) : wrong(name, "a boolean");
    }

    /** Returns the same as {@link #flag}, but null for any other kind. */
    public @Nullable Boolean flagOrNull(String name) {
        return orNull(() -> flag(name));
    }

    /** Returns an object whose members are whole numbers. */
    public Map<String, Long> wholes(String name) {
        Map<String, Long> wholes = new LinkedHashMap<>();
        object(name).members.forEach((key, value) -> wholes.put(key, whole(name, decimal(name, present(name, value)))));
        return wholes;
    }

    /** Returns an object. Accepts an empty array as an empty object, because some encoders do not distinguish them. */
    public JsonObject object(String name) {
        Object value = present(name, members.get(name));
        if (value instanceof Map<?, ?> object) {
            return new JsonObject(membersOf(object));
        }
        if (value instanceof List<?> elements && elements.isEmpty()) {
            return new JsonObject(Map.of());
        }
        throw wrong(name, "an object");
    }

    /** Returns the same as {@link #object}, but null for any other kind. */
    public @Nullable JsonObject objectOrNull(String name) {
        return orNull(() -> object(name));
    }

    /** Returns the first element of an array if it is text, else null. */
    public @Nullable String firstText(String name) {
        Object value = members.get(name);
        if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                return element instanceof String text ? text : null;
            }
        }
        return null;
    }

    private static <T> @Nullable T orNull(Supplier<T> member) {
        try {
            return member.get();
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static BigDecimal decimal(String name, Object value) {
        if (value instanceof BigDecimal number && number.precision() <= 64 && Math.abs(number.scale()) <= 64) {
            return number;
        }
        if (value instanceof String text && NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw wrong(name, "a number");
    }

    private static long whole(String name, BigDecimal value) {
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw wrong(name, "a whole number");
        }
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    private static MalformedJsonException missing(String name) {
        return new MalformedJsonException("no member \"" + name + "\"");
    }

    private static MalformedJsonException wrong(String name, String expected) {
        return new MalformedJsonException("member \"" + name + "\" is not " + expected);
    }
}
