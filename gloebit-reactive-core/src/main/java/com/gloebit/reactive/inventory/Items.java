package com.gloebit.reactive.inventory;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The items in the user's inventory: objects that the application defines. Needs the scope {@code inventory}. */
public interface Items {
    /**
     * Creates an item. An attempt that was sent is not sent again; after a failure with outcome {@code UNKNOWN},
     * {@link #list()} tells. Source: {@code POST /new-inventory-item}.
     *
     * @param item what to create
     * @return Gloebit's id of it
     */
    Mono<UUID> create(NewItem item);

    /**
     * Every item <em>and product</em> of the user. Reads only. Source: {@code GET /get-inventory-item-ids}.
     *
     * @return empty if there is none
     */
    Flux<ItemReference> list();

    /**
     * The items in a folder. Reads only. Source: {@code GET /get-inventory-item-ids/FOLDER_ID}.
     *
     * @param folderId 1 to 36 characters
     * @return empty if there is none
     */
    Flux<ItemReference> list(String folderId);

    /**
     * What is stored with an item. Reads only. Source: {@code GET /get-inventory-item/ITEM_ID}.
     *
     * @param id the item's id
     * @return its parameters: text, {@code BigDecimal}, {@code Boolean}, null, lists and maps of these
     */
    Mono<Map<String, @Nullable Object>> read(UUID id);

    /**
     * Folds parameters into the stored ones: those that are named are replaced, the others stay. The last write wins. It
     * is sent again after any failure that may pass: what another call stored under these names between two attempts is
     * overwritten. A request that was given up may be carried out after this has succeeded, and overwrites what a later
     * call stored. Source: {@code PUT /update-inventory-item}.
     *
     * @param id the item's id
     * @param params what to fold in, may be empty
     * @return completes when it is stored
     */
    Mono<Void> update(UUID id, Map<String, ? extends @Nullable Object> params);

    /**
     * The same, and moves the item to a folder. Source: {@code PUT /update-inventory-item}.
     *
     * @param id the item's id
     * @param params what to fold in, may be empty
     * @param folderId 1 to 36 characters
     * @return completes when it is stored
     */
    Mono<Void> update(UUID id, Map<String, ? extends @Nullable Object> params, String folderId);

    /**
     * Deletes an item. An attempt that was sent is not sent again. Source:
     * {@code POST /delete-inventory-item/ITEM_ID}.
     *
     * @param id the item's id
     * @return completes when it is gone
     */
    Mono<Void> delete(UUID id);
}
