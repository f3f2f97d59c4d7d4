package com.gloebit.simulator.internal.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** A user. Ids are derived from the name, so that they are the same in every run. */
public record Account(String userName, String password) {
    public UUID id() {
        return UUID.nameUUIDFromBytes(("user " + userName).getBytes(UTF_8));
    }

    /** How one application knows this user; another application is told another id. */
    public UUID idFor(String applicationKey) {
        return UUID.nameUUIDFromBytes(("user " + userName + " of " + applicationKey).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "Account[" + userName + "]";
    }
}
