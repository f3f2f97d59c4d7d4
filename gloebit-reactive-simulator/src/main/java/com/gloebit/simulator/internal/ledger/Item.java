package com.gloebit.simulator.internal.ledger;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of the application in a folder of a user's inventory.
 *
 * @param params what the application stored, an object, or text of the Haxe client's; nobody changes it
 */
public record Item(UUID id, Inventory inventory, String typeId, String folderId, JsonNode params) {
    /** The folder of an item that names none. */
    public static final String DEFAULT_FOLDER = new UUID(0, 0).toString();

    public Item in(String folder) {
        return new Item(id, inventory, typeId, folder, params);
    }

    /** The same item with further params; those of the same name are replaced. Text replaces everything. */
    public Item folding(JsonNode further) {
        return new Item(id, inventory, typeId, folderId, folded(further));
    }

    private JsonNode folded(JsonNode further) {
        if (params instanceof ObjectNode stored && further instanceof ObjectNode more) {
            ObjectNode folded = stored.deepCopy();
            folded.setAll(more);
            return folded;
        }
        return further;
    }
}
