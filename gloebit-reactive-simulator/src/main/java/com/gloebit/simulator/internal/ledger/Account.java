package com.gloebit.simulator.internal.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** A user's account. Ids are derived from the name and are the same in every run. */
public record Account(String userName, String password) {
    public UUID id() {
        return UUID.nameUUIDFromBytes(("user " + userName).getBytes(UTF_8));
    }

    /** Returns the user's id for one application; each application has a different one. */
    public UUID idFor(String applicationKey) {
        return UUID.nameUUIDFromBytes(("user " + userName + " of " + applicationKey).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "Account[" + userName + "]";
    }
}
