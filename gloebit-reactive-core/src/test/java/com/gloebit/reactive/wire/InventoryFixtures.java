package com.gloebit.reactive.wire;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.inventory.ItemReference;
import com.gloebit.reactive.inventory.NewItem;
import com.gloebit.reactive.inventory.Products;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Products that are granted and set, and items. */
final class InventoryFixtures {
    private static final UUID ITEM = UUID.fromString("5d7a1c1e-3c0f-4f5e-9a55-0a0d3e7b2f10");

    private InventoryFixtures() {}

    static Stream<Fixture> all() {
        return Stream.concat(products(), items());
    }

    private static Stream<Fixture> products() {
        return Stream.of(
                ofUser("grant", products -> products.grant("a/b", 2)),
                ofCharacter("grant", products -> products.grant("a/b", 2)),
                changed(
                        "set-user-product-count",
                        "",
                        AuthorizedUser::products,
                        products -> products.setCount("a/b", 2)),
                changed(
                        "set-character-product-count",
                        "\"character_id\":\"" + Given.CHARACTER + "\",",
                        ada -> ada.character(Given.CHARACTER).products(),
                        products -> products.setCount("a/b", 2)));
    }

    private static Fixture ofUser(String verb, Function<Products, Mono<Long>> call) {
        return changed(verb + "-user-product", "", AuthorizedUser::products, call);
    }

    private static Fixture ofCharacter(String verb, Function<Products, Mono<Long>> call) {
        return changed(
                verb + "-character-product",
                "\"character_id\":\"" + Given.CHARACTER + "\",",
                ada -> ada.character(Given.CHARACTER).products(),
                call);
    }

    private static Fixture changed(
            String endpoint,
            String owner,
            Function<AuthorizedUser, Products> products,
            Function<Products, Mono<Long>> call) {
        return Fixture.of(
                endpoint,
                "a name with a slash",
                ExpectedRequest.postJson("/" + endpoint, "{" + owner + "\"product_name\":\"a/b\",\"count\":2}")
                        .answers("{\"success\":true,\"product-count\":7}"),
                client -> call.apply(products.apply(client.withCredential(Given.CREDENTIAL))),
                7L);
    }

    private static Stream<Fixture> items() {
        return Stream.of(
                item(
                        "new-item",
                        "in a folder, with parameters",
                        ExpectedRequest.postJson(
                                        "/new-inventory-item",
                                        "{\"type-id\":\"hat\",\"folder-id\":\"attic\",\"params\":{\"size\":57.5,\"worn\":[true,null]}}")
                                .answers("{\"success\":true,\"item-id\":\"" + ITEM + "\"}"),
                        ada -> ada.items()
                                .create(NewItem.of("hat").inFolder("attic").withParams(params())),
                        ITEM),
                item(
                        "item-ids",
                        "of all folders",
                        ExpectedRequest.get("/get-inventory-item-ids")
                                .answers("{\"success\":true,\"item-ids\":[[\"hat\",\"" + ITEM + "\",\"attic\"]]}"),
                        ada -> ada.items().list().collectList(),
                        List.of(new ItemReference("hat", ITEM.toString(), "attic"))),
                item(
                        "folder-item-ids",
                        "of a folder",
                        ExpectedRequest.get("/get-inventory-item-ids/" + Given.CHARACTER)
                                .answers("{\"success\":true,\"item-ids\":[]}"),
                        ada -> ada.items().list(Given.CHARACTER.toString()).collectList(),
                        List.of()),
                item(
                        "item",
                        "its parameters",
                        ExpectedRequest.get("/get-inventory-item/" + ITEM)
                                .answers("{\"success\":true,\"item\":{\"size\":57.50}}"),
                        ada -> ada.items().read(ITEM),
                        Map.of("size", new BigDecimal("57.50"))),
                item(
                        "update-item",
                        "folds, and moves",
                        ExpectedRequest.putJson(
                                        "/update-inventory-item",
                                        "{\"item_id\":\"" + ITEM + "\",\"params\":{},\"folder_id\":\"attic\"}")
                                .answers(Answers.success()),
                        ada -> ada.items().update(ITEM, Map.of(), "attic"),
                        null),
                item(
                        "delete-item",
                        "by its id in the path",
                        ExpectedRequest.postNothing("/delete-inventory-item/" + ITEM)
                                .answers(Answers.success()),
                        ada -> ada.items().delete(ITEM),
                        null));
    }

    private static Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("size", 57.5);
        params.put("worn", Arrays.asList(true, null));
        return params;
    }

    private static Fixture item(
            String endpoint,
            String title,
            Interaction interaction,
            Function<AuthorizedUser, Mono<?>> call,
            @Nullable Object value) {
        return Fixture.of(
                endpoint, title, interaction, client -> call.apply(client.withCredential(Given.CREDENTIAL)), value);
    }
}
