package com.gloebit.simulator;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of the application in a folder of a user's inventory.
 *
 * @param params what the application stored; nobody changes it
 */
record Item(UUID id, Inventory inventory, String typeId, String folderId, ObjectNode params) {
    /** The folder of an item that names none. */
    static final String DEFAULT_FOLDER = new UUID(0, 0).toString();

    Item in(String folder) {
        return new Item(id, inventory, typeId, folder, params);
    }

    /** The same item with further params; those of the same name are replaced. */
    Item folding(ObjectNode further) {
        ObjectNode folded = params.deepCopy();
        folded.setAll(further);
        return new Item(id, inventory, typeId, folderId, folded);
    }
}
