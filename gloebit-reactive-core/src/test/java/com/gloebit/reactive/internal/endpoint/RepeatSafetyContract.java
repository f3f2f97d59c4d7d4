package com.gloebit.reactive.internal.endpoint;

import java.util.Map;
import java.util.Set;

/** Which endpoint has which repeat-safety, written out a second time. */
public final class RepeatSafetyContract {
    static final Map<RepeatSafety, Set<String>> BY_SAFETY = Map.of(
            RepeatSafety.ALWAYS,
            Set.of(
                    "verify-token",
                    "user-info",
                    "balance",
                    "user-products",
                    "character-products",
                    "item-ids",
                    "folder-item-ids",
                    "item",
                    "characters"),
            RepeatSafety.BY_KEY,
            Set.of(
                    "transact",
                    "transact-v2",
                    "transact-user",
                    "create-subscription",
                    "authorize-subscription",
                    "set-user-product-count",
                    "set-character-product-count",
                    "update-item",
                    "update-character"),
            RepeatSafety.CODE,
            Set.of("access-token"),
            RepeatSafety.NEVER_IF_DONE,
            Set.of(
                    "grant-user-product",
                    "grant-character-product",
                    "consume-user-product",
                    "consume-character-product",
                    "new-item",
                    "delete-item",
                    "create-character",
                    "delete-character"));

    private RepeatSafetyContract() {}

    /** Whether the row only reads. */
    public static boolean reads(String row) {
        return is(row, RepeatSafety.ALWAYS);
    }

    /** Whether the row may be sent again after a lost answer. */
    public static boolean survivesALostAnswer(String row) {
        return reads(row) || is(row, RepeatSafety.BY_KEY);
    }

    private static boolean is(String row, RepeatSafety safety) {
        Set<String> rows = BY_SAFETY.get(safety);
        return rows != null && rows.contains(row);
    }
}
