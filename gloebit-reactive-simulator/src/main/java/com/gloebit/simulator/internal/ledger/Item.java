package com.gloebit.simulator.internal.ledger;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of the application in a folder of a user's inventory.
 *
 * @param params the application's data: an object, or a text of the Haxe client; must not be modified
 */
public record Item(UUID id, Inventory inventory, String typeId, String folderId, JsonNode params) {
    /** The folder of an item that was created without a folder. */
    public static final String DEFAULT_FOLDER = new UUID(0, 0).toString();

    public Item withFolder(String folder) {
        return new Item(id, inventory, typeId, folder, params);
    }

    /** Returns a copy with more params. They replace params of the same name; a text replaces all params. */
    public Item withParams(JsonNode further) {
        return new Item(id, inventory, typeId, folderId, merged(further));
    }

    private JsonNode merged(JsonNode further) {
        if (params instanceof ObjectNode stored && further instanceof ObjectNode more) {
            ObjectNode merged = stored.deepCopy();
            merged.setAll(more);
            return merged;
        }
        return further;
    }
}
