package com.gloebit.simulator.internal.oauth;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** One right that a token gives. */
public enum Scope {
    USER,
    CHARACTER,
    INVENTORY,
    BALANCE,
    TRANSACT;

    /** Parses a space-separated scope. {@code id} and {@code identity} are older names of {@code user}. */
    public static Set<Scope> parse(String text) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : text.strip().split("\\s+", -1)) {
            scopes.add(ofWord(word));
        }
        return scopes;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Scope ofWord(String word) {
        return switch (word) {
            case "user", "id", "identity" -> USER;
            case "character" -> CHARACTER;
            case "inventory" -> INVENTORY;
            case "balance" -> BALANCE;
            case "transact" -> TRANSACT;
            default ->
                throw new IllegalArgumentException("scope has an unknown or empty word; known are user (id, identity),"
                        + " character, inventory, balance and transact, separated by spaces");
        };
    }
}
