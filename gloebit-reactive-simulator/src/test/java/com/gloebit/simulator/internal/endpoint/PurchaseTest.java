package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Answers to purchases, and their bookings. */
class PurchaseTest extends SimulatorTest {
    @ParameterizedTest
    @ValueSource(strings = {"/transact", "/transact/", "/v2/transact", "/v2/transact/"})
    void itemIsBookedAndThePayeePaysTheFee(String path) {
        JsonNode answer = client.postJson(path, token(), Fixture.item("order-1", 25));

        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(answer.get("id").stringValue()).isEqualTo("order-1");
        assertThat(answer.get("status").stringValue()).isEqualTo("queued");
        assertThat(answer.get("reason").stringValue()).isEqualTo("success");
        assertThat(answer.get("balance").decimalValue()).isEqualByComparingTo("75");
        assertThat(answer.has("product-count")).isFalse();
        assertThat(simulator.earnings(Fixture.KEY)).isEqualByComparingTo("24.5");
        assertThat(simulator.fees()).isEqualByComparingTo("0.5");
        assertThat(simulator.ledger())
                .containsExactly(new LedgerEntry(
                        "order-1",
                        "ada",
                        Fixture.KEY,
                        new BigDecimal("25"),
                        new BigDecimal("0.5"),
                        LedgerEntry.Kind.ITEM,
                        "torch",
                        1,
                        LedgerEntry.State.COMMITTED));
        assertNoViolation();
    }

    @Test
    void fractionsOfGloebitsStayExact() {
        client.postJson("/transact", token(), Fixture.item("order-1", new BigDecimal("0.10")));
        client.postJson("/transact", token(), Fixture.item("order-2", new BigDecimal("0.2")));

        assertThat(simulator.balance("ada")).isEqualTo(new BigDecimal("99.7"));
        assertThat(simulator.earnings(Fixture.KEY).add(simulator.fees())).isEqualByComparingTo("0.3");
    }

    @Test
    void aProductGoesToTheUsersInventory() {
        JsonNode answer = client.postJson("/transact", token(), Fixture.product("order-1", "Sword", 2));

        assertThat(answer.get("product-count").intValue()).isEqualTo(2);
        assertThat(answer.get("balance").decimalValue()).isEqualByComparingTo("50");
        assertThat(simulator.products(Fixture.KEY, "ada")).isEqualTo(Map.of("Sword", 2));
        assertNoViolation();
    }

    @Test
    void productQuantityDefaultsToOne() {
        Map<String, Object> body = Fixture.product("order-1", "Sword", 1);
        body.remove("product-quantity");

        assertThat(client.postJson("/transact", token(), body)
                        .get("product-count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void aProductGoesToACharactersInventory() {
        UUID character = simulator.createCharacter(Fixture.KEY, "ada", "Lovelace");
        Map<String, Object> body = Fixture.product("order-1", "Sword", 1);
        body.put("character-id", character.toString());

        assertThat(client.postJson("/transact", token(), body)
                        .get("product-count")
                        .intValue())
                .isEqualTo(1);
        assertThat(simulator.characterProducts(character)).isEqualTo(Map.of("Sword", 1));
        assertThat(simulator.products(Fixture.KEY, "ada")).isEmpty();
    }

    @Test
    void anotherUsersCharacterIsUnknown() {
        Map<String, Object> body = Fixture.product("order-1", "Sword", 1);
        body.put(
                "character-id",
                simulator.createCharacter(Fixture.KEY, "bob", "Bob").toString());

        assertRefused(client.postJson("/transact", token(), body), "unknown character");
    }

    @ParameterizedTest
    @CsvSource({"transact, false, false", "transact balance, true, false", "transact inventory, false, true"})
    void answerHasTheMembersThatTheScopeAllows(String scope, boolean balance, boolean count) {
        JsonNode answer = client.postJson(
                "/transact", simulator.issueToken(Fixture.KEY, "ada", scope), Fixture.product("order-1", "Sword", 1));

        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(answer.has("balance")).isEqualTo(balance);
        assertThat(answer.has("product-count")).isEqualTo(count);
    }

    @Test
    void insufficientBalanceBooksNothingAndTheIdCanBeRepeatedAfterATopUp() {
        JsonNode refused = client.postJson("/transact", token(), Fixture.item("order-1", 101));

        assertThat(refused.get("status").stringValue()).isEqualTo("queued");
        assertRefused(refused, "insufficient balance");

        simulator.deposit("ada", BigDecimal.ONE);

        JsonNode answer = client.postJson("/transact", token(), Fixture.item("order-1", 101));
        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(simulator.balance("ada")).isEqualByComparingTo("0");
        assertThat(simulator.ledger()).hasSize(1);
        assertNoViolation();
    }

    @Test
    void aLockedAccountCannotSpend() {
        simulator.lockAccount("ada", true);
        JsonNode refused = client.postJson("/transact", token(), Fixture.item("order-1", 1));

        assertThat(refused.get("status").stringValue()).isEqualTo("cannot-spend");
        assertThat(refused.get("success").booleanValue()).isFalse();

        simulator.lockAccount("ada", false);
        assertThat(client.postJson("/transact", token(), Fixture.item("order-1", 1))
                        .get("success")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void unknownUnavailableOrLimitedProductIsRefused() {
        assertRefused(
                client.postJson("/transact", token(), Fixture.product("order-1", "Nothing", 1)), "unknown product");
        assertRefused(
                client.postJson("/transact", token(), Fixture.product("order-2", "Relic", 1)),
                "product is not available");
        assertRefused(
                client.postJson("/transact", token(), Fixture.product("order-3", "Sword", 4)),
                "product is limited to fewer");
        assertNoViolation();
    }

    @Test
    void unknownTokenIsRefusedWithTransactsReason() {
        assertRefused(client.postJson("/transact", "nonsense", Fixture.item("order-1", 1)), "unknown OAuth2 token");
        assertNoViolation();
    }

    @Test
    void switchOmitsStatusAndReasonInTheFirstVersion() {
        try (GloebitSimulator other = Fixture.builder()
                .open(OpenBehaviour.FIRST_TRANSACT_VERSION_ANSWERS_BARE)
                .start()) {
            TestClient otherClient = new TestClient(other);
            String token = other.issueToken(Fixture.KEY, "ada", "transact");

            JsonNode bare = otherClient.postJson("/transact", token, Fixture.item("order-1", 1));
            JsonNode refused = otherClient.postJson("/transact", token, Fixture.item("order-2", 1000));
            JsonNode full = otherClient.postJson("/v2/transact", token, Fixture.item("order-3", 1));

            assertThat(bare.propertyNames()).containsExactlyInAnyOrder("success", "id");
            assertThat(refused.propertyNames()).containsExactlyInAnyOrder("success", "id", "reason");
            assertThat(full.propertyNames()).containsExactlyInAnyOrder("success", "id", "status", "reason");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-user-id", "buyer-id-on-application", "subscription-id"})
    void switchRefusesMembersOfTheSecondVersionInTheFirst(String member) {
        try (GloebitSimulator other = Fixture.builder()
                .open(OpenBehaviour.FIRST_TRANSACT_VERSION_REFUSES_LATER_MEMBERS)
                .start()) {
            TestClient otherClient = new TestClient(other);
            String token = other.issueToken(Fixture.KEY, "ada", "transact");
            Map<String, Object> body = Fixture.item("order-1", 1);
            body.put(member, "u-1");

            assertThat(otherClient
                            .send(otherClient.jsonRequest("/transact", token, body))
                            .statusCode())
                    .isEqualTo(400);

            assertThat(other.violations()).singleElement().asString().contains(member);
        }
    }

    @Test
    void aDebitOfAnUnknownSubscriptionIsRefused() {
        Map<String, Object> body = Fixture.item("order-1", 1);
        body.put("automated-transaction", true);
        assertRefused(
                client.postJson("/transact", token(), body),
                "Transaction with automated-transaction=True is missing subscription-id");

        body.put("subscription-id", UUID.randomUUID().toString());
        assertThat(client.postJson("/transact", token(), body).get("status").stringValue())
                .isEqualTo("unknown-subscription");
        assertNoViolation();
    }

    private void assertRefused(JsonNode answer, String reason) {
        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.get("reason").stringValue()).isEqualTo(reason);
        assertThat(answer.has("balance")).isFalse();
        assertThat(simulator.balance("ada")).isEqualByComparingTo("100");
        assertThat(simulator.ledger()).isEmpty();
    }
}
