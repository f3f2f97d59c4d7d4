package com.gloebit.reactive.inventory;

/**
 * An item in an inventory's folder, as the list of ids names it. The list of all folders names products, too.
 *
 * @param typeId the application's identifier of the type
 * @param itemId Gloebit's id of the item; text, since nothing says that a product's is a UUID
 * @param folderId the folder; by default the UUID of all zeros
 */
public record ItemReference(String typeId, String itemId, String folderId) {
    /** Shows Gloebit's id only. */
    @Override
    public String toString() {
        return "ItemReference[" + itemId + "]";
    }
}
