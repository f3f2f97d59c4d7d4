package com.gloebit.reactive.endpoint.support;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.ALWAYS;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.BY_KEY;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.NEVER_IF_DONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.inventory.ItemReference;
import com.gloebit.reactive.inventory.Items;
import com.gloebit.reactive.inventory.NewItem;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Given;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Items. Those calls to the simulated service that need an item find a hat in the attic. */
final class ItemEntries {
    private static final UUID ITEM = UUID.fromString("5d7a1c1e-3c0f-4f5e-9a55-0a0d3e7b2f10");

    private ItemEntries() {}

    static Stream<EndpointEntry> all() {
        return Stream.of(newItem(), itemIds(), folderItemIds(), item(), updateItem(), deleteItem());
    }

    private static EndpointEntry newItem() {
        return EndpointEntry.of("new-item", NEVER_IF_DONE)
                .withFixture(Fixture.ofUser(
                        "in a folder, with parameters",
                        ExpectedRequest.postJson(
                                        "/new-inventory-item",
                                        "{\"type-id\":\"hat\",\"folder-id\":\"attic\",\"params\":{\"size\":57.5,\"worn\":[true,null]}}")
                                .answers("{\"success\":true,\"item-id\":\"" + ITEM + "\"}"),
                        ada -> ada.items()
                                .create(NewItem.of("hat").inFolder("attic").withParams(params())),
                        ITEM))
                .withCall(SimulatedCall.ofUser(
                        ada -> ada.items().create(NewItem.of("hat").inFolder("attic")),
                        (shop, hat) -> assertThat(ids(shop)).contains(hat.toString())));
    }

    private static EndpointEntry itemIds() {
        return EndpointEntry.of("item-ids", ALWAYS)
                .withFixture(Fixture.ofUser(
                        "of all folders",
                        ExpectedRequest.get("/get-inventory-item-ids")
                                .answers("{\"success\":true,\"item-ids\":[[\"hat\",\"" + ITEM + "\",\"attic\"]]}"),
                        ada -> ada.items().list().collectList(),
                        List.of(new ItemReference("hat", ITEM.toString(), "attic"))))
                .withCall(listsTheHat((items, hat) -> items.list().collectList()));
    }

    private static EndpointEntry folderItemIds() {
        return EndpointEntry.of("folder-item-ids", ALWAYS)
                .withFixture(Fixture.ofUser(
                        "of a folder",
                        ExpectedRequest.get("/get-inventory-item-ids/" + Given.CHARACTER)
                                .answers("{\"success\":true,\"item-ids\":[]}"),
                        ada -> ada.items().list(Given.CHARACTER.toString()).collectList(),
                        List.of()))
                .withCall(listsTheHat((items, hat) -> items.list("attic").collectList()));
    }

    private static EndpointEntry item() {
        return EndpointEntry.of("item", ALWAYS)
                .withFixture(Fixture.ofUser(
                        "its parameters",
                        ExpectedRequest.get("/get-inventory-item/" + ITEM)
                                .answers("{\"success\":true,\"item\":{\"size\":57.50}}"),
                        ada -> ada.items().read(ITEM),
                        Map.of("size", new BigDecimal("57.50"))))
                .withCall(withHat(
                        Items::read, (shop, hat, read) -> assertThat(read).containsEntry("colour", "black")));
    }

    private static EndpointEntry updateItem() {
        return EndpointEntry.of("update-item", BY_KEY)
                .withFixture(Fixture.ofUser(
                        "folds, and moves",
                        ExpectedRequest.putJson(
                                        "/update-inventory-item",
                                        "{\"item_id\":\"" + ITEM + "\",\"params\":{},\"folder_id\":\"attic\"}")
                                .answers(Answers.success()),
                        ada -> ada.items().update(ITEM, Map.of(), "attic"),
                        null))
                .withCall(withHat(
                        (items, hat) ->
                                items.update(hat, Map.of("colour", "red")).thenReturn(true),
                        (shop, hat, updated) ->
                                assertThat(block(shop.ada.items().read(hat))).containsEntry("colour", "red")));
    }

    private static EndpointEntry deleteItem() {
        return EndpointEntry.of("delete-item", NEVER_IF_DONE)
                .withFixture(Fixture.ofUser(
                        "by its id in the path",
                        ExpectedRequest.postNothing("/delete-inventory-item/" + ITEM)
                                .answers(Answers.success()),
                        ada -> ada.items().delete(ITEM),
                        null))
                .withCall(withHat(
                        (items, hat) -> items.delete(hat).thenReturn(true),
                        (shop, hat, deleted) -> assertThat(ids(shop)).doesNotContain(hat.toString())));
    }

    private static Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("size", 57.5);
        params.put("worn", Arrays.asList(true, null));
        return params;
    }

    private static SimulatedCall listsTheHat(BiFunction<Items, UUID, Mono<List<ItemReference>>> call) {
        return withHat(
                call,
                (shop, hat, listed) -> assertThat(listed).contains(new ItemReference("hat", hat.toString(), "attic")));
    }

    private static <T> SimulatedCall withHat(BiFunction<Items, UUID, Mono<T>> call, HatCheck<T> check) {
        return (shop, client) -> {
            UUID hat = block(
                    shop.ada.items().create(NewItem.of("hat").inFolder("attic").withParams(Map.of("colour", "black"))));
            return PreparedCall.of(
                    shop, call.apply(shop.adaBy(client).items(), hat), value -> check.accept(shop, hat, value));
        };
    }

    private static List<String> ids(SimulatedShop shop) {
        return block(shop.ada.items().list().map(ItemReference::itemId).collectList());
    }

    @FunctionalInterface
    private interface HatCheck<T> {
        void accept(SimulatedShop shop, UUID hat, T value);
    }
}
