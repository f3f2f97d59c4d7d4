package com.gloebit.reactive.inventory;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.endpoint.ItemChange;
import com.gloebit.reactive.internal.pipeline.Caller;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The items in the user's inventory: objects that the application defines. Needs the scope {@code inventory}. */
public final class Items {
    static final int MAX_FOLDER = 36;

    private final Caller caller;

    /**
     * Made by {@code AuthorizedUser.items()}.
     *
     * @param caller how calls are made
     */
    @SuppressWarnings("exports") // only the client can make a caller
    public Items(Caller caller) {
        this.caller = caller;
    }

    /**
     * Creates an item. An attempt that was sent is not sent again; after a failure with outcome {@code UNKNOWN},
     * {@link #list()} tells. Source: {@code POST /new-inventory-item}.
     *
     * @param item what to create
     * @return Gloebit's id of it
     */
    public Mono<UUID> create(NewItem item) {
        return caller.call(Endpoints.NEW_ITEM, Arguments.required("item", item));
    }

    /**
     * Every item <em>and product</em> of the user. Reads only. Source: {@code GET /get-inventory-item-ids}.
     *
     * @return empty if there is none
     */
    public Flux<ItemReference> list() {
        return caller.call(Endpoints.ITEM_IDS).flatMapIterable(items -> items);
    }

    /**
     * The items in a folder. Reads only. Source: {@code GET /get-inventory-item-ids/FOLDER_ID}.
     *
     * @param folderId 1 to 36 characters
     * @return empty if there is none
     */
    public Flux<ItemReference> list(String folderId) {
        return caller.call(Endpoints.FOLDER_ITEM_IDS, Arguments.text("folderId", folderId, MAX_FOLDER))
                .flatMapIterable(items -> items);
    }

    /**
     * What is stored with an item. Reads only. Source: {@code GET /get-inventory-item/ITEM_ID}.
     *
     * @param id the item's id
     * @return its parameters: text, {@code BigDecimal}, {@code Boolean}, null, lists and maps of these
     */
    public Mono<Map<String, @Nullable Object>> read(UUID id) {
        return caller.call(Endpoints.ITEM, Arguments.required("id", id));
    }

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
    public Mono<Void> update(UUID id, Map<String, ? extends @Nullable Object> params) {
        return change(id, params, null);
    }

    /**
     * The same, and moves the item to a folder. Source: {@code PUT /update-inventory-item}.
     *
     * @param id the item's id
     * @param params what to fold in, may be empty
     * @param folderId 1 to 36 characters
     * @return completes when it is stored
     */
    public Mono<Void> update(UUID id, Map<String, ? extends @Nullable Object> params, String folderId) {
        return change(id, params, Arguments.text("folderId", folderId, MAX_FOLDER));
    }

    private Mono<Void> change(UUID id, Map<String, ? extends @Nullable Object> params, @Nullable String folderId) {
        ItemChange change = new ItemChange(Arguments.required("id", id), Arguments.members("params", params), folderId);
        return caller.call(Endpoints.UPDATE_ITEM, change).then();
    }

    /**
     * Deletes an item. An attempt that was sent is not sent again. Source:
     * {@code POST /delete-inventory-item/ITEM_ID}.
     *
     * @param id the item's id
     * @return completes when it is gone
     */
    public Mono<Void> delete(UUID id) {
        return caller.call(Endpoints.DELETE_ITEM, Arguments.required("id", id)).then();
    }
}
