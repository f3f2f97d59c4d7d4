package com.gloebit.reactive.inventory;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The items in the user's inventory, which are objects that the application defines. Needs the scope {@code inventory}.
 */
public interface Items {
    /**
     * Creates an item. An attempt that was sent is not retried. After a failure with outcome {@code UNKNOWN},
     * {@link #list()} shows whether the item exists. Source: {@code POST /new-inventory-item}.
     *
     * @param item the item to create
     * @return Gloebit's id of the item
     */
    Mono<UUID> create(NewItem item);

    /**
     * Lists every item <em>and product</em> of the user. Reads only. Source: {@code GET /get-inventory-item-ids}.
     *
     * @return empty if there is none
     */
    Flux<ItemReference> list();

    /**
     * Lists the items in a folder. Reads only. Source: {@code GET /get-inventory-item-ids/FOLDER_ID}.
     *
     * @param folderId 1 to 36 characters
     * @return empty if there is none
     */
    Flux<ItemReference> list(String folderId);

    /**
     * Reads the parameters of an item. Reads only. Source: {@code GET /get-inventory-item/ITEM_ID}.
     *
     * @param id the item's id
     * @return the parameters: text, {@code BigDecimal}, {@code Boolean}, null, lists and maps of these
     */
    Mono<Map<String, @Nullable Object>> read(UUID id);

    /**
     * Merges parameters into the stored ones: the given parameters are replaced, the others remain. The last write
     * wins. Any temporary failure is retried. Retries and late requests can overwrite newer values:
     *
     * <ul>
     * <li>A retry overwrites the values that another call stored under these names between the two attempts.
     * <li>A request that was given up may be carried out after this call has succeeded, and then overwrites the values
     *     that a later call stored.
     * </ul>
     *
     * <p>Source: {@code PUT /update-inventory-item}.
     *
     * @param id the item's id
     * @param params the parameters to merge, may be empty
     * @return completes when the parameters are stored
     */
    Mono<Void> update(UUID id, Map<String, ? extends @Nullable Object> params);

    /**
     * Merges parameters like {@link #update(UUID, Map)}, and moves the item to a folder. Source:
     * {@code PUT /update-inventory-item}.
     *
     * @param id the item's id
     * @param params the parameters to merge, may be empty
     * @param folderId 1 to 36 characters
     * @return completes when the parameters are stored
     */
    Mono<Void> update(UUID id, Map<String, ? extends @Nullable Object> params, String folderId);

    /**
     * Deletes an item. An attempt that was sent is not retried. Source: {@code POST /delete-inventory-item/ITEM_ID}.
     *
     * @param id the item's id
     * @return completes when the item is deleted
     */
    Mono<Void> delete(UUID id);
}
