package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.ProductForm;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Granting products and setting their counts, in each form that a client sends. */
class ProductGrantTest extends SimulatorTest {
    private static final String TORCH = "Torch ü/1";

    private final UUID character = simulator.createCharacter(Fixture.KEY, "ada", "Lovelace");
    private final String token = token();

    @ParameterizedTest
    @EnumSource
    void grantsOfAUserAddUp(ProductForm form) {
        assertCount(form.send(client, "/grant-user-product", token, product(TORCH, "2")), 2);
        assertCount(form.send(client, "/grant-user-product", token, product(TORCH, "3")), 5);

        assertThat(simulator.products(Fixture.KEY, "ada")).isEqualTo(Map.of(TORCH, 5));
        assertThat(simulator.ledger()).isEmpty();
        assertNoViolation();
    }

    @ParameterizedTest
    @EnumSource
    void grantAddsToTheCharactersInventory(ProductForm form) {
        assertCount(form.send(client, "/grant-character-product", token, ofCharacter(TORCH, "2")), 2);

        assertThat(simulator.characterProducts(character)).isEqualTo(Map.of(TORCH, 2));
        assertThat(simulator.products(Fixture.KEY, "ada")).isEmpty();
        assertNoViolation();
    }

    @ParameterizedTest
    @EnumSource
    void setReplacesTheUsersCount(ProductForm form) {
        assertCount(form.send(client, "/set-user-product-count", token, product(TORCH, "4")), 4);
        assertCount(form.send(client, "/set-user-product-count", token, product(TORCH, "2")), 2);
        assertThat(simulator.products(Fixture.KEY, "ada")).isEqualTo(Map.of(TORCH, 2));

        assertCount(form.send(client, "/set-user-product-count", token, product(TORCH, "0")), 0);
        assertThat(simulator.products(Fixture.KEY, "ada")).isEmpty();
        assertNoViolation();
    }

    @ParameterizedTest
    @EnumSource
    void setReplacesTheCharactersCount(ProductForm form) {
        assertCount(form.send(client, "/set-character-product-count", token, ofCharacter(TORCH, "5")), 5);

        assertThat(simulator.characterProducts(character)).isEqualTo(Map.of(TORCH, 5));
        assertNoViolation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/grant-user-product", "/set-user-product-count"})
    void unknownNotGrantableOrLimitedProductIsRefused(String path) {
        assertRefused(client.postForm(path, token, product("Nothing", "1")), "unknown product");
        assertRefused(client.postForm(path, token, product("Sword", "1")), "product is not grantable");
        assertRefused(client.postForm(path, token, product(TORCH, "6")), "product is limited to fewer");

        assertThat(simulator.products(Fixture.KEY, "ada")).isEmpty();
        assertNoViolation();
    }

    @Test
    void limitAppliesToEachInventory() {
        assertCount(client.postForm("/grant-user-product", token, product(TORCH, "4")), 4);

        assertRefused(
                client.postForm("/grant-user-product", token, product(TORCH, "2")), "product is limited to fewer");
        assertCount(client.postForm("/grant-character-product", token, ofCharacter(TORCH, "2")), 2);
        assertThat(simulator.products(Fixture.KEY, "ada")).isEqualTo(Map.of(TORCH, 4));
    }

    @Test
    void heldProductsCountTowardsTheLimit() {
        try (GloebitSimulator other =
                Fixture.builder().settlement(Settlement.MANUAL).start()) {
            TestClient otherClient = new TestClient(other);
            String otherToken = other.issueToken(Fixture.KEY, "ada", Fixture.ALL_SCOPES);
            otherClient.postJson("/transact", otherToken, Fixture.product("order-1", TORCH, 4));

            assertRefused(
                    otherClient.postForm("/set-user-product-count", otherToken, product(TORCH, "2")),
                    "product is limited to fewer");
            assertCount(otherClient.postForm("/grant-user-product", otherToken, product(TORCH, "1")), 1);
        }
    }

    @Test
    void anotherUsersCharacterIsUnknown() {
        String bobs = simulator.createCharacter(Fixture.KEY, "bob", "Bob").toString();

        assertRefused(
                client.postForm(
                        "/grant-character-product",
                        token,
                        Map.of("character_id", bobs, "product_name", TORCH, "count", "1")),
                "unknown character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/grant-user-product", "/set-user-product-count"})
    void switchForbidsGrantingAnUnavailableProduct(String path) {
        assertCount(client.postForm(path, token, product("Medal", "1")), 1);

        try (GloebitSimulator other = Fixture.builder()
                .open(OpenBehaviour.UNAVAILABLE_PRODUCT_NOT_GRANTABLE)
                .start()) {
            String otherToken = other.issueToken(Fixture.KEY, "ada", "inventory");
            assertRefused(
                    new TestClient(other).postForm(path, otherToken, product("Medal", "1")),
                    "product is not available");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/grant-user-product, 0, not above 0",
        "/consume-user-product, 0, not above 0",
        "/grant-user-product, -1, negative",
        "/set-user-product-count, -1, negative",
        "/set-user-product-count, 1.5, not a whole number",
        "/set-user-product-count, 2147483648, not a whole number"
    })
    void invalidCountIsAViolation(String path, String count, String words) {
        client.postForm(path, token, product(TORCH, count));

        assertThat(simulator.violations()).singleElement().asString().contains(words);
    }

    private static Map<String, String> product(String name, String count) {
        return Map.of("product_name", name, "count", count);
    }

    private Map<String, String> ofCharacter(String name, String count) {
        return Map.of("character_id", character.toString(), "product_name", name, "count", count);
    }

    private static void assertCount(JsonNode answer, int count) {
        assertThat(answer.get("success").booleanValue()).as(answer.toString()).isTrue();
        assertThat(answer.get("product-count").intValue()).isEqualTo(count);
    }

    private static void assertRefused(JsonNode answer, String reason) {
        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.get("reason").stringValue()).isEqualTo(reason);
        assertThat(answer.has("product-count")).isFalse();
    }
}
