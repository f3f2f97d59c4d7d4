package com.gloebit.reactive.internal;

import com.gloebit.reactive.internal.json.JsonValues;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the arguments of callers before anything is sent. A message names the argument, the given value and the
 * allowed values. It omits a value that may be a secret or user data.
 */
public final class Arguments {
    /** The largest amount of one purchase. The limit is ours, not Gloebit's; it keeps every amount exact in transit. */
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("1000000000000");

    private static final int MAX_DECIMALS = 6;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Arguments() {}

    /** Returns text for a JSON or form body, without control characters. */
    public static String text(String name, @Nullable String given, int maxLength) {
        String value = optionalText(name, given, maxLength);
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    /** Returns text as {@link #text} does, but accepts empty text. */
    public static String optionalText(String name, @Nullable String given, int maxLength) {
        String value = required(name, given);
        if (value.length() > maxLength) {
            throw new IllegalArgumentException(
                    name + " has " + value.length() + " characters; at most " + maxLength + " are allowed");
        }
        int index = firstUnprintable(value);
        if (index >= 0) {
            throw new IllegalArgumentException(
                    name + " has a control character or half a character at index " + index + "; none is allowed");
        }
        return value;
    }

    /** Returns whether {@link #text} accepts the value. */
    public static boolean isText(String value, int maxLength) {
        return !value.isBlank() && value.length() <= maxLength && firstUnprintable(value) < 0;
    }

    private static int firstUnprintable(String value) {
        int point;
        for (int i = 0; i < value.length(); i += Character.charCount(point)) {
            point = value.codePointAt(i);
            if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                return i;
            }
        }
        return -1;
    }

    /** Returns text without half a surrogate pair, which UTF-8 cannot encode. */
    public static String characters(String name, String value) {
        int index = halfCharacter(value);
        if (index >= 0) {
            throw new IllegalArgumentException(name + " has half a character at index " + index + "; none is allowed");
        }
        return value;
    }

    /** Returns a validated copy of members as plain values. No text or name in it has half a surrogate pair. */
    public static Map<String, @Nullable Object> members(
            String name, @Nullable Map<String, ? extends @Nullable Object> given) {
        Map<String, @Nullable Object> copy = JsonValues.copy(name, required(name, given));
        requireCharacters(name, copy);
        return copy;
    }

    private static void requireCharacters(String name, @Nullable Object value) {
        if (value instanceof String text) {
            characters(name, text);
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> {
                characters(name + " has a member whose name", (String) key);
                requireCharacters(name + "." + key, member);
            });
        } else if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                requireCharacters(name + "[" + i + "]", elements.get(i));
            }
        }
    }

    /** Returns the index of the first unpaired surrogate, or -1. */
    public static int halfCharacter(String value) {
        int point;
        for (int i = 0; i < value.length(); i += Character.charCount(point)) {
            point = value.codePointAt(i);
            if (Character.getType(point) == Character.SURROGATE) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns text for an HTTP header or credentials: visible ASCII without blanks. The text is never shown in a
     * message.
     */
    public static String secret(String name, @Nullable String given) {
        String value = required(name, given);
        if (!isSecret(value)) {
            throw new IllegalArgumentException(
                    name + " has " + value.length() + " characters; 1 to 4096 of visible ASCII are allowed");
        }
        return value;
    }

    public static boolean isSecret(String value) {
        if (value.isEmpty() || value.length() > 4096) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= 0x20 || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Returns a copy of a key for HMAC-SHA-256. The key is never shown in a message. */
    public static byte[] signingKey(String name, byte @Nullable [] given) {
        byte[] key = required(name, given);
        if (key.length < 32) {
            throw new IllegalArgumentException(
                    name + " has " + key.length + " bytes; at least 32 random bytes are required");
        }
        return key.clone();
    }

    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must not be null");
        }
        return value;
    }

    /** Returns the list of a {@code T first, T... more} signature; the elements are not checked. */
    public static <T> List<T> listOf(String name, T first, T[] more) {
        List<T> all = new ArrayList<>();
        all.add(first);
        all.addAll(Arrays.asList(required(name, more)));
        return all;
    }

    /** Returns a copy of one or more values, without duplicates, in the given order. */
    public static <T> Set<T> atLeastOne(String name, @Nullable Collection<? extends T> given) {
        Set<T> copy = new LinkedHashSet<>();
        for (T value : required(name, given)) {
            copy.add(required("an element of " + name, value));
        }
        if (copy.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty; at least one is required");
        }
        return Collections.unmodifiableSet(copy);
    }

    public static int atLeastOne(String name, int value) {
        return between(name, value, 1, Integer.MAX_VALUE);
    }

    public static int between(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + "; " + min + " to " + max + " is allowed");
        }
        return value;
    }

    public static BigDecimal amount(String name, @Nullable BigDecimal given) {
        BigDecimal value = required(name, given);
        if (value.signum() <= 0 || value.compareTo(MAX_AMOUNT) > 0) {
            throw new IllegalArgumentException(
                    name + " is " + value + "; above 0 and at most " + MAX_AMOUNT + " is allowed");
        }
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    name + " is " + value + "; at most " + MAX_DECIMALS + " decimal places are allowed");
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    public static Duration positive(String name, @Nullable Duration given) {
        Duration value = required(name, given);
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " is " + value + "; a millisecond to a day is allowed");
        }
        return value;
    }

    /** Returns an absolute URI whose traffic is encrypted or local. */
    public static URI httpsOrLoopback(String name, @Nullable URI given) {
        URI value = absolute(name, given);
        if (!isHttpsOrLoopback(value)) {
            throw new IllegalArgumentException(name + " is " + value + "; https is required, except for loopback");
        }
        return value;
    }

    /** Compares the text of the host. The name is not resolved, so a resolver cannot change the result. */
    public static boolean isHttpsOrLoopback(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    /** Returns an absolute http or https URI without user info or fragment. */
    public static URI absolute(String name, @Nullable URI given) {
        URI value = required(name, given);
        characters(name, value.toString());
        String scheme = value.getScheme();
        if (scheme == null || value.getHost() == null) {
            throw new IllegalArgumentException(name + (value.toString().contains("@") ? "" : " is " + value)
                    + "; an absolute URI with a host, and without user info, is required");
        }
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException(name + " has the scheme " + scheme + "; https or http is allowed");
        }
        if (value.getRawUserInfo() != null || value.getRawFragment() != null) {
            throw new IllegalArgumentException(name + " must have neither user info nor a fragment");
        }
        return value;
    }

    /** Returns a path, escaped as in a URI, without any other component. */
    public static String path(String name, @Nullable String given) {
        String value = characters(name, required(name, given));
        if (!isPath(value)) {
            throw new IllegalArgumentException(
                    name + " is \"" + value
                            + "\"; a path as in a URI is required, which begins with one slash and has neither query nor fragment");
        }
        return value;
    }

    private static boolean isPath(String value) {
        try {
            return value.startsWith("/") && value.equals(new URI(value).getRawPath());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public static String folderId(String value) {
        return text("folderId", value, 36);
    }

    public static String characterName(String name, String value) {
        return text(name, value, 255);
    }

    /** Rejects members named {@code id} or {@code name}, which would replace those of the character. */
    public static Map<String, @Nullable Object> characterMembers(Map<String, ? extends @Nullable Object> members) {
        if (required("members", members).containsKey("id") || members.containsKey("name")) {
            throw new IllegalArgumentException("members has \"id\" or \"name\"; further members only are allowed");
        }
        return JsonValues.copy("members", members);
    }
}
