package com.gloebit.simulator.internal.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identifies the inventory of a user or of a character in one application. */
public record Inventory(
        String applicationKey, String userName, @Nullable UUID characterId) {
    public static Inventory ofUser(String applicationKey, String userName) {
        return new Inventory(applicationKey, userName, null);
    }
}
