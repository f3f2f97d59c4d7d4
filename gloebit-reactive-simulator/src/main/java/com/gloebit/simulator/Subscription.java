package com.gloebit.simulator;

import java.util.UUID;

/** Recurring payments that an application offers. */
record Subscription(
        UUID id,
        String applicationKey,
        String localId,
        String name,
        String description,
        long created,
        boolean enabled) {
    boolean hasTextsOf(Subscription other) {
        return name.equals(other.name) && description.equals(other.description);
    }

    Subscription enabled(boolean value) {
        return new Subscription(id, applicationKey, localId, name, description, created, value);
    }
}
