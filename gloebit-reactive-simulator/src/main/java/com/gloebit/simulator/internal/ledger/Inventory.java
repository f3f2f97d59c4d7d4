package com.gloebit.simulator.internal.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names an inventory: a user's own in one application, or that of one of the user's characters there. */
public record Inventory(
        String applicationKey, String userName, @Nullable UUID characterId) {
    public static Inventory ofUser(String applicationKey, String userName) {
        return new Inventory(applicationKey, userName, null);
    }
}
