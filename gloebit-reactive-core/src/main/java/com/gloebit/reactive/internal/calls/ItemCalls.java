package com.gloebit.reactive.internal.calls;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.internal.subject.ItemChange;
import com.gloebit.reactive.inventory.ItemReference;
import com.gloebit.reactive.inventory.Items;
import com.gloebit.reactive.inventory.NewItem;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls for the items of a user. */
public final class ItemCalls implements Items {
    private final EndpointInvoker invoker;

    public ItemCalls(EndpointInvoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public Mono<UUID> create(NewItem item) {
        return invoker.call(Endpoints.NEW_ITEM, Arguments.required("item", item));
    }

    @Override
    public Flux<ItemReference> list() {
        return invoker.call(Endpoints.ITEM_IDS).flatMapIterable(items -> items);
    }

    @Override
    public Flux<ItemReference> list(String folderId) {
        return invoker.call(Endpoints.FOLDER_ITEM_IDS, Arguments.folderId(folderId))
                .flatMapIterable(items -> items);
    }

    @Override
    public Mono<Map<String, @Nullable Object>> read(UUID id) {
        return invoker.call(Endpoints.ITEM, Arguments.required("id", id));
    }

    @Override
    public Mono<Void> update(UUID id, Map<String, ? extends @Nullable Object> params) {
        return change(id, params, null);
    }

    @Override
    public Mono<Void> update(UUID id, Map<String, ? extends @Nullable Object> params, String folderId) {
        return change(id, params, Arguments.folderId(folderId));
    }

    private Mono<Void> change(UUID id, Map<String, ? extends @Nullable Object> params, @Nullable String folderId) {
        ItemChange change = new ItemChange(Arguments.required("id", id), Arguments.members("params", params), folderId);
        return invoker.call(Endpoints.UPDATE_ITEM, change).then();
    }

    @Override
    public Mono<Void> delete(UUID id) {
        return invoker.call(Endpoints.DELETE_ITEM, Arguments.required("id", id)).then();
    }
}
