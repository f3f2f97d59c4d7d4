package com.gloebit.reactive.inventory;

/**
 * A reference to an item in a folder of an inventory. The list of all folders also contains products.
 *
 * @param typeId the application's identifier of the type
 * @param itemId Gloebit's id of the item; text, because the id of a product is not documented to be a UUID
 * @param folderId the folder; the default folder is the UUID of all zeros
 */
public record ItemReference(String typeId, String itemId, String folderId) {
    /** Contains only Gloebit's id. */
    @Override
    public String toString() {
        return "ItemReference[" + itemId + "]";
    }
}
