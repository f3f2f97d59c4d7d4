package com.gloebit.reactive.wire;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.inventory.ProductCount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The documented form of every endpoint. A row without a line here fails {@link EndpointListTest}. */
final class Fixtures {
    private Fixtures() {}

    static Stream<Fixture> all() {
        return Stream.of(
                        account(),
                        PurchaseFixtures.all(),
                        InventoryFixtures.all(),
                        CharacterFixtures.all(),
                        SubscriptionFixtures.all())
                .flatMap(fixtures -> fixtures);
    }

    private static Stream<Fixture> account() {
        return Stream.of(
                Fixture.of(
                        "access-token",
                        "everything granted",
                        Operation.EXCHANGE
                                .request()
                                .answers(
                                        "{\"access_token\":\"t0ken-of-ada\",\"refresh_token\":\"fresh\","
                                                + "\"token_type\":\"Bearer\",\"app_user_id\":\"u-7\",\"scope\":\"user balance\"}"),
                        Operation.EXCHANGE::call,
                        Credential.of(Given.TOKEN, "fresh", "u-7", Set.of(Scope.USER, Scope.BALANCE))),
                Fixture.of(
                        "access-token",
                        "only a token: the scope is the one asked for",
                        Operation.EXCHANGE.answered(),
                        Operation.EXCHANGE::call,
                        Credential.of(Given.TOKEN, null, null, Set.of(Scope.USER, Scope.TRANSACT))),
                Fixture.of(
                        "verify-token",
                        "accepted",
                        ExpectedRequest.get("/no-op").answers(Answers.success()),
                        client -> client.withCredential(Given.CREDENTIAL).verify(),
                        null),
                Fixture.of(
                        "user-info",
                        "id and name",
                        ExpectedRequest.get("/user").answers("{\"success\":true,\"id\":\"u-1\",\"name\":\"Ada\"}"),
                        client -> client.withCredential(Given.CREDENTIAL).info(),
                        new UserInfo("u-1", "Ada", Map.of())),
                Fixture.of(
                        "balance",
                        "exact",
                        Operation.READ.request().answers("{\"success\":true,\"balance\":12.50}"),
                        Operation.READ::call,
                        new BigDecimal("12.50")),
                Fixture.of(
                        "user-products",
                        "in the server's order",
                        ExpectedRequest.get("/get-user-products")
                                .answers("{\"success\":true,\"products\":{\"Torch\":3,\"50% off\":1}}"),
                        client -> client.withCredential(Given.CREDENTIAL)
                                .products()
                                .list()
                                .collectList(),
                        List.of(new ProductCount("Torch", 3), new ProductCount("50% off", 1))),
                Fixture.of(
                        "character-products",
                        "none",
                        ExpectedRequest.get("/get-character-products/" + Given.CHARACTER)
                                .answers("{\"success\":true,\"products\":{}}"),
                        client -> client.withCredential(Given.CREDENTIAL)
                                .character(Given.CHARACTER)
                                .products()
                                .list()
                                .collectList(),
                        List.of()),
                Fixture.of(
                        "consume-user-product",
                        "what is left",
                        Operation.CONSUME.answered(),
                        Operation.CONSUME::call,
                        5L),
                Fixture.of(
                        "consume-character-product",
                        "a name that needs no escaping in a body",
                        ExpectedRequest.postJson(
                                        "/consume-character-product",
                                        "{\"character_id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\","
                                                + "\"product_name\":\"../a b%ü\",\"count\":1}")
                                .answers("{\"success\":true,\"product-count\":0}"),
                        client -> client.withCredential(Given.CREDENTIAL)
                                .character(Given.CHARACTER)
                                .products()
                                .consume("../a b%ü", 1),
                        0L));
    }
}
