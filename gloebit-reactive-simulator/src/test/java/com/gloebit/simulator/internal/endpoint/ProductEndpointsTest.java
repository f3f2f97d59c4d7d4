package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.ProductForm;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Inventories and consumption, in each form that a client sends. */
class ProductEndpointsTest extends SimulatorTest {
    private static final String ODD = "a/b 50% ü ..+";

    private final UUID character = simulator.createCharacter(Fixture.KEY, "ada", "Lovelace");
    private final String token = token();

    @ParameterizedTest
    @EnumSource
    void consumptionReducesTheUsersCount(ProductForm form) {
        buy(ODD, 3, false);

        JsonNode answer = form.send(client, "/consume-user-product", token, Map.of("product_name", ODD, "count", "2"));

        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(answer.get("product-count").intValue()).isEqualTo(1);
        assertThat(simulator.products(Fixture.KEY, "ada")).isEqualTo(Map.of(ODD, 1));
        assertNoViolation();
    }

    @ParameterizedTest
    @EnumSource
    void consumptionReducesTheCharactersCount(ProductForm form) {
        buy(ODD, 3, true);

        JsonNode answer = form.send(
                client,
                "/consume-character-product",
                token,
                Map.of("character_id", character.toString(), "product_name", ODD, "count", "3"));

        assertThat(answer.get("product-count").intValue()).isZero();
        assertThat(simulator.characterProducts(character)).isEmpty();
        assertNoViolation();
    }

    @ParameterizedTest
    @EnumSource
    void consumptionOfMoreThanOwnedIsRefused(ProductForm form) {
        buy("Sword", 1, true);

        JsonNode answer =
                form.send(client, "/consume-user-product", token, Map.of("product_name", "Sword", "count", "1"));

        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.get("reason").stringValue()).isEqualTo("user doesn't have enough");
        assertThat(simulator.characterProducts(character)).isEqualTo(Map.of("Sword", 1));
        assertNoViolation();
    }

    @Test
    void inventoriesAreListedSeparatelyAndPerApplication() {
        buy("Sword", 1, false);
        buy(ODD, 2, true);
        String elsewhere = simulator.issueToken("other-key", "ada", "inventory");

        assertThat(client.get("/get-user-products", token).get("products").toString())
                .isEqualTo("{\"Sword\":1}");
        assertThat(client.get("/get-character-products/" + character + "/", token)
                        .get("products")
                        .toString())
                .isEqualTo("{\"" + ODD + "\":2}");
        assertThat(client.postForm("/get-character-products", token, Map.of("character_id", character.toString()))
                        .get("products")
                        .size())
                .isEqualTo(1);
        assertThat(client.get("/get-user-products", elsewhere).get("products").size())
                .isZero();
        assertThat(client.get("/get-character-products/" + character, elsewhere)
                        .get("reason")
                        .stringValue())
                .isEqualTo("unknown character");
        assertNoViolation();
    }

    @Test
    void anUnknownProductIsRefused() {
        assertThat(client.postForm("/consume-user-product", token, Map.of("product_name", "Nothing", "count", "1"))
                        .get("reason")
                        .stringValue())
                .isEqualTo("unknown product");
    }

    @Test
    void switchForbidsConsumingAnUnavailableProduct() {
        Map<String, String> relic = Map.of("product_name", "Relic", "count", "1");
        assertThat(client.postForm("/consume-user-product", token, relic)
                        .get("reason")
                        .stringValue())
                .isEqualTo("user doesn't have enough");

        try (GloebitSimulator other = Fixture.builder()
                .open(OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_CONSUMABLE)
                .start()) {
            String otherToken = other.issueToken(Fixture.KEY, "ada", "inventory");
            assertThat(new TestClient(other)
                            .postForm("/consume-user-product", otherToken, relic)
                            .get("reason")
                            .stringValue())
                    .isEqualTo("product is not available");
        }
    }

    private void buy(String product, int quantity, boolean forCharacter) {
        Map<String, Object> body = Fixture.product(TestClient.randomId(), product, quantity);
        if (forCharacter) {
            body.put("character-id", character.toString());
        }
        assertThat(client.postJson("/transact", token, body).get("success").booleanValue())
                .isTrue();
    }
}
