package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shortest useful path: token, identity, balance, one purchase. */
class GloebitSimulatorTest {
    @Test
    void oneUserBuysOneItem() {
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
}
