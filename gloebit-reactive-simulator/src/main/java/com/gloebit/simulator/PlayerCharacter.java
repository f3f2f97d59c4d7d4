package com.gloebit.simulator;

import java.util.UUID;

/** A character of one user in one application. */
record PlayerCharacter(UUID id, String applicationKey, String userName, String name) {
    Inventory inventory() {
        return new Inventory(applicationKey, userName, id);
    }
}
