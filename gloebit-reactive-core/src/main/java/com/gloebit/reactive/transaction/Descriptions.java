package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the payer's history shows of a purchase: names and values, in three groups. Each name and value has 1 to 255
 * characters, and all together have at most 8000.
 *
 * @param platform where it was bought: a game, a grid
 * @param location where in there
 * @param transaction what the purchase was about
 */
public record Descriptions(
        Map<String, String> platform, Map<String, String> location, Map<String, String> transaction) {
    /** Nothing to show. */
    public static final Descriptions NONE = new Descriptions(Map.of(), Map.of(), Map.of());

    private static final int MAX_TEXT = 255;
    /** Ours, not Gloebit's: so many always fit into the body of a purchase. */
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
     * With a line about the platform.
     *
     * @param name what it says something about
     * @param value what it says
     * @return a copy
     */
    public Descriptions withPlatform(String name, String value) {
        return new Descriptions(with(platform, name, value), location, transaction);
    }

    /**
     * With a line about the location.
     *
     * @param name what it says something about
     * @param value what it says
     * @return a copy
     */
    public Descriptions withLocation(String name, String value) {
        return new Descriptions(platform, with(location, name, value), transaction);
    }

    /**
     * With a line about the purchase.
     *
     * @param name what it says something about
     * @param value what it says
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

    /** Leaves out what it says: it may name the user. */
    @Override
    public String toString() {
        return "Descriptions[" + (platform.size() + location.size() + transaction.size()) + "]";
    }
}
