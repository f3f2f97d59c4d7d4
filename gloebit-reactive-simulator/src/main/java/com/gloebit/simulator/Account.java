package com.gloebit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** A user. Ids are derived from the name, so that they are the same in every run. */
record Account(String userName, String password) {
    UUID id() {
        return UUID.nameUUIDFromBytes(("user " + userName).getBytes(UTF_8));
    }

    /** How one application knows this user; another application is told another id. */
    UUID idFor(String applicationKey) {
        return UUID.nameUUIDFromBytes(("user " + userName + " of " + applicationKey).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "Account[" + userName + "]";
    }
}
