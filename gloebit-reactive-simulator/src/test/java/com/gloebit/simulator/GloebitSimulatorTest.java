package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.TestClient;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The public API: one purchase, and the messages for invalid arguments. */
class GloebitSimulatorTest {
    @Test
    void purchaseMovesGloebitsFromTheUserToTheApplication() {
        try (GloebitSimulator simulator = GloebitSimulator.builder()
                .application(Application.of("demo-key", "demo-secret", URI.create("http://127.0.0.1:8080/")))
                .account("ada", "lovelace", new BigDecimal("100"))
                .start()) {
            TestClient client = new TestClient(simulator);
            String token = simulator.issueToken("demo-key", "ada", "user balance transact");

            assertThat(client.get("/user", token).get("name").stringValue()).isEqualTo("ada");
            var answer = client.postJson(
                    "/transact",
                    token,
                    Map.of(
                            "version",
                            1,
                            "application-key",
                            "demo-key",
                            "request-created",
                            1_700_000_000,
                            "username-on-application",
                            "",
                            "transaction-id",
                            "order-1",
                            "asset-code",
                            "torch",
                            "asset-quantity",
                            1,
                            "gloebit-balance-change",
                            25));

            assertThat(answer.get("success").booleanValue()).isTrue();
            assertThat(answer.get("balance").decimalValue()).isEqualByComparingTo("75");
            assertThat(client.get("/balance/", token).get("balance").decimalValue())
                    .isEqualByComparingTo("75");
            assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
            assertThat(simulator.earnings("demo-key")).isEqualByComparingTo("24.5");
            assertThat(simulator.fees()).isEqualByComparingTo("0.5");
            assertThat(simulator.requestCount("/transact")).isEqualTo(1);
            assertThat(simulator.violations()).isEmpty();
        }
    }

    @Test
    void messageForAnUnknownNameListsTheKnownNames() {
        try (GloebitSimulator simulator = Fixture.builder().start()) {
            assertRefused(() -> simulator.balance("eve"), "userName is eve", "ada", "bob");
            assertRefused(() -> simulator.earnings("eve-key"), "applicationKey is eve-key", "demo-key");
            assertRefused(() -> simulator.issueToken("demo-key", "ada", "all"), "scope", "inventory");
            assertRefused(() -> simulator.characterProducts(new UUID(0, 0)), "characterId is 00000000");
            assertRefused(() -> simulator.requestCount("/transactions"), "path is /transactions", "/transact");
            assertRefused(() -> simulator.deposit("ada", BigDecimal.ZERO), "amount is 0", "more than 0");
            assertRefused(() -> simulator.revokeToken("a-token"), "token is not valid");
            simulator.createCharacter("demo-key", "ada", "Lovelace");
            assertRefused(() -> simulator.createCharacter("demo-key", "bob", "Lovelace"), "name is Lovelace");
        }
    }

    @Test
    void routesListEveryFormOfARoute() {
        try (GloebitSimulator simulator = Fixture.builder().start()) {
            assertThat(simulator.routes())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .contains("POST /v2/transact", "PUT /update-inventory-item", "POST /consume-character-product")
                    .contains("POST /consume-character-product/*/*/*", "GET /delete-character/*")
                    .contains("POST /delete-character", "GET /get-inventory-item-ids", "GET /get-inventory-item-ids/*")
                    .doesNotContain("GET /transact", "POST /delete-character/*", "GET /get-inventory-item");
        }
    }

    @Test
    void builderRefusesInvalidValuesAtOnce() {
        GloebitSimulatorBuilder builder = Fixture.builder();
        Application application = Application.of("demo-key", "another", URI.create("http://127.0.0.1/"));

        assertRefused(() -> builder.application(application), "application is demo-key");
        assertRefused(() -> builder.account("ada", "other", BigDecimal.ONE), "userName is ada");
        assertRefused(() -> builder.account("eve", "other", new BigDecimal("-1")), "gloebits is -1");
        assertRefused(() -> builder.product(Product.of("Sword", BigDecimal.ONE)), "product is Sword");
        assertRefused(() -> Product.of("Axe", BigDecimal.ONE).withLimit(0), "limit is 0");
        assertRefused(() -> Application.of(" ", "secret", URI.create("http://127.0.0.1/")), "key is blank");
        assertRefused(() -> Application.of("key", "secret"), "redirectPrefixes is empty");
        assertRefused(() -> Application.of("key", "secret", URI.create("/relative")), "/relative", "absolute");
    }

    @Test
    void toStringOfApplicationAndAccountOmitsTheSecret() {
        assertThat(Application.of("key", "hush", URI.create("http://127.0.0.1/"))
                        .toString())
                .contains("key")
                .doesNotContain("hush");
        assertThat(new Account("ada", "hush").toString()).contains("ada").doesNotContain("hush");
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(words);
    }
}
