package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.wire.Json;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A character of one user in one application.
 *
 * @param further the application's other members; must not be modified
 */
public record PlayerCharacter(UUID id, String applicationKey, String userName, String name, ObjectNode further) {
    public Inventory inventory() {
        return new Inventory(applicationKey, userName, id);
    }

    boolean belongsTo(Grant owner) {
        return applicationKey.equals(owner.applicationKey()) && userName.equals(owner.userName());
    }

    boolean hasNameOf(PlayerCharacter other) {
        return applicationKey.equals(other.applicationKey) && name.equals(other.name) && !id.equals(other.id);
    }

    public PlayerCharacter with(String newName, ObjectNode newFurther) {
        return new PlayerCharacter(id, applicationKey, userName, newName, newFurther);
    }

    public ObjectNode json() {
        ObjectNode json = Json.object().put("id", id.toString()).put("name", name);
        json.setAll(further);
        return json;
    }
}
