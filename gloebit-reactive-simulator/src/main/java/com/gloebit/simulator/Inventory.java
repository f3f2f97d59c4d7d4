package com.gloebit.simulator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names an inventory: a user's own in one application, or that of one of the user's characters there. */
record Inventory(
        String applicationKey, String userName, @Nullable UUID characterId) {
    static Inventory ofUser(String applicationKey, String userName) {
        return new Inventory(applicationKey, userName, null);
    }
}
