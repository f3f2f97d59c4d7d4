package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The transact bodies of the published clients. */
class LegacyFormsTest extends SimulatorTest {
    @Test
    void pythonBuysAnItem() {
        Map<String, Object> body = python();
        body.put("asset-code", "torch");
        body.put("asset-quantity", 2);
        body.put("gloebit-balance-change", 6.0);
        body.put("asset-enact-hold-url", null);
        body.put("asset-consume-hold-url", null);
        body.put("asset-cancel-hold-url", null);

        assertBooked(client.postJson("/transact/", token(), body), "94");
    }

    @Test
    void pythonBuysAProduct() {
        Map<String, Object> body = python();
        body.put("product", "Sword");
        body.put("product-quantity", 1);
        body.put("character-id", null);

        assertBooked(client.postJson("/transact/", token(), body), "75");
    }

    @Test
    void openSimulatorPays() {
        Map<String, Object> body = openSimulator();

        assertBooked(client.postJson("/v2/transact", token(), body), "95");
    }

    @Test
    void unityPays() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "version",
                1,
                "id",
                TestClient.randomId(),
                "request-created",
                new BigDecimal("63847.25"),
                "asset-code",
                "torch",
                "asset-quantity",
                1,
                "gloebit-balance-change",
                5,
                "gloebit-recipient-user-name",
                "somebody",
                "consumer-key",
                Fixture.KEY,
                "merchant-user-id",
                "17"));
        body.put("asset-enact-hold-url", "http://127.0.0.1:8080/enact");

        assertBooked(client.postJson("/transact/", token(), body), "95");
    }

    @Test
    void aFormBodySaysTheSame() {
        Map<String, String> body = Map.of(
                "version", "1",
                "application-key", Fixture.KEY,
                "request-created", "1700000000",
                "username-on-application", "",
                "transaction-id", TestClient.randomId(),
                "asset-code", "torch & co",
                "asset-quantity", "1",
                "gloebit-balance-change", "5.5",
                "automated-transaction", "false");

        assertBooked(client.postForm("/transact", token(), body), "94.5");
        assertThat(simulator.ledger()).extracting(LedgerEntry::what).containsExactly("torch & co");
    }

    private void assertBooked(JsonNode answer, String balance) {
        assertThat(answer.get("success").booleanValue()).as(answer.toString()).isTrue();
        assertThat(answer.get("balance").decimalValue()).isEqualByComparingTo(balance);
        assertThat(simulator.ledger()).hasSize(1);
        assertNoViolation();
    }

    private static Map<String, Object> python() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "version",
                1,
                "id",
                TestClient.randomId(),
                "request-created",
                1_700_000_000,
                "consumer-key",
                Fixture.KEY,
                "username-on-consumer",
                "Ada"));
        body.put("gloebit-recipient-user-name", null);
        return body;
    }

    /** With the subscription member as it is sent for a payment that is no debit. */
    private Map<String, Object> openSimulator() {
        String appUser = new Account("ada", "lovelace").idFor(Fixture.KEY).toString();
        Map<String, Object> body = Fixture.item(TestClient.randomId(), 5);
        body.put("request-created", -1_234_567_890);
        body.put("buyer-id-on-application", TestClient.randomId());
        body.put("app-user-id", appUser);
        body.put("asset-enact-hold-url", "http://127.0.0.1:8080/gloebit/transaction?id=1&state=enact");
        body.put("asset-consume-hold-url", "http://127.0.0.1:8080/gloebit/transaction?id=1&state=consume");
        body.put("asset-cancel-hold-url", "http://127.0.0.1:8080/gloebit/transaction?id=1&state=cancel");
        for (String about : List.of("platform", "location", "transaction")) {
            body.put(about + "-desc-names", List.of("first", "second"));
            body.put(about + "-desc-values", List.of("a", "b"));
        }
        body.put("automated-transaction", false);
        return body;
    }
}
