package com.gloebit.reactive.inventory;

import com.gloebit.reactive.internal.Arguments;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item to create.
 *
 * @param typeId the application's identifier of the type, 1 to 255 characters
 * @param folderId the folder, 1 to 36 characters; null for the default folder
 * @param params the parameters of the item: text, numbers, {@code Boolean}, null, lists and maps of these
 */
public record NewItem(String typeId, @Nullable String folderId, Map<String, @Nullable Object> params) {
    public NewItem {
        Arguments.text("typeId", typeId, 255);
        if (folderId != null) {
            Arguments.folderId(folderId);
        }
        params = Arguments.members("params", params);
    }

    /**
     * Creates an item without parameters, in the default folder.
     *
     * @param typeId the application's identifier of the type
     * @return the item
     */
    public static NewItem of(String typeId) {
        return new NewItem(typeId, null, Map.of());
    }

    /**
     * Returns a copy for another folder.
     *
     * @param folderId 1 to 36 characters
     * @return a copy
     */
    public NewItem inFolder(String folderId) {
        return new NewItem(typeId, Arguments.required("folderId", folderId), params);
    }

    /**
     * Returns a copy with other parameters.
     *
     * @param params text, numbers, {@code Boolean}, null, lists and maps of these
     * @return a copy
     */
    public NewItem withParams(Map<String, ? extends @Nullable Object> params) {
        return new NewItem(typeId, folderId, Arguments.members("params", params));
    }

    /** Contains no text of the application. */
    @Override
    public String toString() {
        return "NewItem[" + params.size() + " params]";
    }
}
