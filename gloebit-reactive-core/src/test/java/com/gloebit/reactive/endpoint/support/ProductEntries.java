package com.gloebit.reactive.endpoint.support;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.ALWAYS;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.BY_KEY;
import static com.gloebit.reactive.internal.endpoint.RepeatSafety.NEVER_IF_DONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.inventory.Products;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import com.gloebit.reactive.wire.support.SampleCall;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Products of a user and of a character. Each call is prepared with five torches. */
final class ProductEntries {
    private static final String OF_CHARACTER = "\"character_id\":\"" + Given.CHARACTER + "\",";

    private ProductEntries() {}

    static Stream<EndpointEntry> all() {
        return Stream.of(
                userProducts(),
                characterProducts(),
                EndpointEntry.of("grant-user-product", NEVER_IF_DONE)
                        .withFixture(slashOfUser("grant-user-product", products -> products.grant("a/b", 2)))
                        .withCall(ofUser(products -> products.grant("Torch", 2), isCount(7))),
                EndpointEntry.of("grant-character-product", NEVER_IF_DONE)
                        .withFixture(slashOfCharacter("grant-character-product", products -> products.grant("a/b", 2)))
                        .withCall(ofCharacter(products -> products.grant("Torch", 2), isCount(7))),
                EndpointEntry.of("consume-user-product", NEVER_IF_DONE)
                        .withFixture(
                                Fixture.of("the rest", SampleCall.CONSUME.answered(), SampleCall.CONSUME::call, 5L))
                        .withCall(ofUser(products -> products.consume("Torch", 1), isCount(4))),
                consumeCharacterProduct(),
                EndpointEntry.of("set-user-product-count", BY_KEY)
                        .withFixture(slashOfUser("set-user-product-count", products -> products.setCount("a/b", 2)))
                        .withCall(ofUser(products -> products.setCount("Torch", 3), isCount(3))),
                EndpointEntry.of("set-character-product-count", BY_KEY)
                        .withFixture(slashOfCharacter(
                                "set-character-product-count", products -> products.setCount("a/b", 2)))
                        .withCall(ofCharacter(products -> products.setCount("Torch", 3), isCount(3))));
    }

    private static EndpointEntry userProducts() {
        return EndpointEntry.of("user-products", ALWAYS)
                .withFixture(Fixture.ofUser(
                        "in the server's order",
                        ExpectedRequest.get("/get-user-products")
                                .answers("{\"success\":true,\"products\":{\"Torch\":3,\"50% off\":1}}"),
                        ada -> ada.products().list().collectList(),
                        List.of(new ProductCount("Torch", 3), new ProductCount("50% off", 1))))
                .withCall(ofUser(products -> products.list().collectList(), ProductEntries::isFiveTorches));
    }

    private static EndpointEntry characterProducts() {
        return EndpointEntry.of("character-products", ALWAYS)
                .withFixture(Fixture.ofUser(
                        "none",
                        ExpectedRequest.get("/get-character-products/" + Given.CHARACTER)
                                .answers("{\"success\":true,\"products\":{}}"),
                        ada -> ada.character(Given.CHARACTER).products().list().collectList(),
                        List.of()))
                .withCall(ofCharacter(products -> products.list().collectList(), ProductEntries::isFiveTorches));
    }

    private static EndpointEntry consumeCharacterProduct() {
        return EndpointEntry.of("consume-character-product", NEVER_IF_DONE)
                .withFixture(Fixture.ofUser(
                        "a name that needs no escaping in a body",
                        ExpectedRequest.postJson(
                                        "/consume-character-product",
                                        "{" + OF_CHARACTER + "\"product_name\":\"../a b%ü\",\"count\":1}")
                                .answers("{\"success\":true,\"product-count\":0}"),
                        ada -> ada.character(Given.CHARACTER).products().consume("../a b%ü", 1),
                        0L))
                .withCall(ofCharacter(products -> products.consume("Torch", 1), isCount(4)));
    }

    private static Fixture slashOfUser(String path, Function<Products, Mono<Long>> call) {
        return Fixture.ofUser("a name with a slash", slash(path, ""), ada -> call.apply(ada.products()), 7L);
    }

    private static Fixture slashOfCharacter(String path, Function<Products, Mono<Long>> call) {
        return Fixture.ofUser(
                "a name with a slash",
                slash(path, OF_CHARACTER),
                ada -> call.apply(ada.character(Given.CHARACTER).products()),
                7L);
    }

    private static Interaction slash(String path, String owner) {
        return ExpectedRequest.postJson("/" + path, "{" + owner + "\"product_name\":\"a/b\",\"count\":2}")
                .answers("{\"success\":true,\"product-count\":7}");
    }

    private static <T> SimulatedCall ofUser(Function<Products, Mono<T>> call, Consumer<T> check) {
        return (shop, client) -> {
            block(shop.ada.products().setCount("Torch", 5));
            return PreparedCall.of(shop, call.apply(shop.adaBy(client).products()), check);
        };
    }

    private static <T> SimulatedCall ofCharacter(Function<Products, Mono<T>> call, Consumer<T> check) {
        return (shop, client) -> {
            UUID lovelace = CharacterEntries.lovelace(shop).id();
            block(shop.ada.character(lovelace).products().setCount("Torch", 5));
            AuthorizedUser ada = shop.adaBy(client);
            return PreparedCall.of(shop, call.apply(ada.character(lovelace).products()), check);
        };
    }

    private static Consumer<Long> isCount(long expected) {
        return count -> assertThat(count).isEqualTo(expected);
    }

    private static void isFiveTorches(List<ProductCount> products) {
        assertThat(products).containsExactly(new ProductCount("Torch", 5));
    }
}
