package com.gloebit.simulator.internal.ledger;

import java.util.UUID;

/** A subscription that an application offers. */
public record Subscription(
        UUID id,
        String applicationKey,
        String localId,
        String name,
        String description,
        long created,
        boolean enabled) {
    public boolean hasTextsOf(Subscription other) {
        return name.equals(other.name) && description.equals(other.description);
    }

    Subscription enabled(boolean value) {
        return new Subscription(id, applicationKey, localId, name, description, created, value);
    }
}
