package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names and values that the payer's history shows for a purchase, in three groups. Each name and value has 1 to 255
 * characters; all names and values together have at most 8000.
 *
 * @param platform the platform of the purchase, such as a game or a grid
 * @param location the location within the platform
 * @param transaction the purchase itself
 */
public record Descriptions(
        Map<String, String> platform, Map<String, String> location, Map<String, String> transaction) {
    /** No descriptions. */
    public static final Descriptions NONE = new Descriptions(Map.of(), Map.of(), Map.of());

    private static final int MAX_TEXT = 255;
    /** A limit of this client, not of Gloebit: descriptions of this size always fit into the body of a purchase. */
    private static final int MAX_TOGETHER = 8000;

    public Descriptions {
        platform = checked("platform", platform);
        location = checked("location", location);
        transaction = checked("transaction", transaction);
        int together = length(platform) + length(location) + length(transaction);
        if (together > MAX_TOGETHER) {
            throw new IllegalArgumentException(
                    "descriptions have " + together + " characters; at most " + MAX_TOGETHER + " are allowed");
        }
    }

    private static int length(Map<String, String> group) {
        return group.entrySet().stream()
                .mapToInt(line -> line.getKey().length() + line.getValue().length())
                .sum();
    }

    private static Map<String, String> checked(String group, Map<String, String> given) {
        Map<String, String> copy = new LinkedHashMap<>();
        Arguments.required(group, given)
                .forEach((name, value) -> copy.put(
                        Arguments.text("a name in " + group, name, MAX_TEXT),
                        Arguments.text("a value in " + group, value, MAX_TEXT)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Returns a copy with one more line about the platform.
     *
     * @param name the name of the line
     * @param value its value
     * @return a copy
     */
    public Descriptions withPlatform(String name, String value) {
        return new Descriptions(with(platform, name, value), location, transaction);
    }

    /**
     * Returns a copy with one more line about the location.
     *
     * @param name the name of the line
     * @param value its value
     * @return a copy
     */
    public Descriptions withLocation(String name, String value) {
        return new Descriptions(platform, with(location, name, value), transaction);
    }

    /**
     * Returns a copy with one more line about the purchase.
     *
     * @param name the name of the line
     * @param value its value
     * @return a copy
     */
    public Descriptions withTransaction(String name, String value) {
        return new Descriptions(platform, location, with(transaction, name, value));
    }

    private static Map<String, String> with(Map<String, String> group, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(group);
        more.put(name, value);
        return more;
    }

    /** Contains only the number of lines: the lines may contain user data. */
    @Override
    public String toString() {
        return "Descriptions[" + (platform.size() + location.size() + transaction.size()) + "]";
    }
}
