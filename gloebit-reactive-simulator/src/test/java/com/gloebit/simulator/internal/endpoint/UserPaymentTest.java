package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.Fault;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Payments between users. */
class UserPaymentTest extends SimulatorTest {
    private static final String PATH = "/transact-u2u";

    private final UUID bob = simulator.accountId("bob");
    private final String token = token();

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/"})
    void thePayeeGetsTheAmountLessTheFee(String path) {
        JsonNode answer = client.postJson(path, token, Fixture.payment("order-1", 25, bob));

        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(answer.get("id").stringValue()).isEqualTo("order-1");
        assertThat(answer.get("status").stringValue()).isEqualTo("queued");
        assertThat(answer.get("reason").stringValue()).isEqualTo("success");
        assertThat(answer.get("balance").decimalValue()).isEqualByComparingTo("75");
        assertThat(simulator.balance("bob")).isEqualByComparingTo("34.5");
        assertThat(simulator.fees()).isEqualByComparingTo("0.5");
        assertThat(simulator.earnings(Fixture.KEY)).isEqualByComparingTo("0");
        assertThat(simulator.ledger())
                .containsExactly(new LedgerEntry(
                        "order-1",
                        "ada",
                        Fixture.KEY,
                        new BigDecimal("25"),
                        new BigDecimal("0.5"),
                        LedgerEntry.Kind.USER_PAYMENT,
                        "torch",
                        1,
                        LedgerEntry.State.COMMITTED,
                        Optional.of("bob")));
        assertNoViolation();
    }

    @Test
    void payeeIdIsThatOfTheUserEndpoint() {
        String bobs = simulator.issueToken(Fixture.KEY, "bob", "user");

        assertThat(client.get("/user", bobs).get("id").stringValue()).isEqualTo(bob.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bob@example.com", "bob@EXAMPLE.com"})
    void payeeCanBeNamedByEmailAddress(String address) {
        Map<String, Object> body = Fixture.payment("order-1", 10, bob);
        body.remove("seller-id-from-gloebit");
        body.put("seller-email-address", address);

        assertThat(client.postJson(PATH, token, body).get("success").booleanValue())
                .isTrue();
        assertThat(simulator.balance("bob")).isEqualByComparingTo("19.8");
        assertNoViolation();
    }

    @Test
    void payeeIdTakesPrecedenceOverTheEmailAddress() {
        Map<String, Object> body = Fixture.payment("order-1", 10, bob);
        body.put("seller-email-address", "somebody@example.com");
        assertThat(client.postJson(PATH, token, body).get("success").booleanValue())
                .isTrue();

        Map<String, Object> unknown = Fixture.payment("order-2", 10, UUID.randomUUID());
        unknown.put("seller-email-address", "bob@example.com");
        assertThat(client.postJson(PATH, token, unknown).get("status").stringValue())
                .isEqualTo("unknown-merchant");
    }

    @Test
    void otherMembersAreThoseOfTransact() {
        Map<String, Object> body = Fixture.payment("order-1", 10, bob);
        body.put("buyer-id-on-application", "1");
        body.put("asset-enact-hold-url", "http://127.0.0.1:8080/enact");
        for (String about : List.of("platform", "location", "transaction")) {
            body.put(about + "-desc-names", List.of("first", "second"));
            body.put(about + "-desc-values", List.of("a", "b"));
        }

        assertThat(client.postJson(PATH, token, body).get("success").booleanValue())
                .isTrue();
        assertNoViolation();
    }

    @Test
    void repeatedRequestPaysOnce() {
        client.postJson(PATH, token, Fixture.payment("order-1", 25, bob));

        assertThat(client.postJson(PATH, token, Fixture.payment("order-1", 25, bob))
                        .get("reason")
                        .stringValue())
                .isEqualTo("resubmitted");
        assertThat(simulator.balance("bob")).isEqualByComparingTo("34.5");
        assertThat(simulator.ledger()).hasSize(1);
        assertNoViolation();
    }

    @Test
    void heldPaymentBelongsToNeitherUser() {
        try (GloebitSimulator other =
                Fixture.builder().settlement(Settlement.MANUAL).start()) {
            TestClient otherClient = new TestClient(other);
            String otherToken = other.issueToken(Fixture.KEY, "ada", "transact");
            otherClient.postJson(PATH, otherToken, Fixture.payment("order-1", 25, bob));
            assertThat(other.balance("bob")).isEqualByComparingTo("10");
            other.cancelHeld();
            assertThat(other.balance("ada")).isEqualByComparingTo("100");

            otherClient.postJson(PATH, otherToken, Fixture.payment("order-2", 25, bob));
            other.settleHeld();
            assertThat(other.balance("ada")).isEqualByComparingTo("75");
            assertThat(other.balance("bob")).isEqualByComparingTo("34.5");
        }
    }

    @Test
    void unknownOrUnnamedPayeeIsRefused() {
        Map<String, Object> unknown = Fixture.payment("order-1", 10, UUID.randomUUID());
        assertRefused(unknown, "unknown-merchant", "payee is unknown");

        unknown.remove("seller-id-from-gloebit");
        unknown.put("seller-email-address", "somebody@example.com");
        assertRefused(unknown, "unknown-merchant", "payee is unknown");

        unknown.remove("seller-email-address");
        assertRefused(unknown, "", "seller-email-address or seller-id-from-gloebit");
        assertNoViolation();
    }

    @Test
    void payeeWhoseReceivingIsLockedIsRefused() {
        simulator.lockReceiving("bob", true);
        assertRefused(Fixture.payment("order-1", 10, bob), "cannot-receive", "payee cannot receive");

        simulator.lockReceiving("bob", false);
        assertThat(client.postJson(PATH, token, Fixture.payment("order-1", 10, bob))
                        .get("success")
                        .booleanValue())
                .isTrue();
        assertNoViolation();
    }

    @Test
    void lockedOrPoorPayerIsRefused() {
        assertRefused(Fixture.payment("order-1", 101, bob), "queued", "insufficient balance");
        simulator.lockAccount("ada", true);
        assertRefused(Fixture.payment("order-1", 1, bob), "cannot-spend", "locked");
        assertNoViolation();
    }

    @ParameterizedTest
    @CsvSource({
        "product, Sword, product is not allowed",
        "seller-id-from-gloebit, 17, not a UUID",
        "extra, 1, unknown member",
        "seller-name-on-application, , seller-name-on-application is missing",
        "seller-id-on-application, , seller-id-on-application is missing"
    })
    void invalidMemberIsAViolation(String name, String value, String words) {
        Map<String, Object> body = Fixture.payment("order-1", 10, bob);
        body.put(name, value);

        client.postJson(PATH, token, body);

        assertThat(simulator.violations()).singleElement().asString().contains(words);
        assertThat(simulator.ledger()).isEmpty();
    }

    @Test
    void sellerMembersAreAViolationOnOtherEndpoints() {
        client.postJson("/transact", token, Fixture.payment("order-1", 10, bob));

        assertThat(simulator.violations()).singleElement().asString().contains("unknown member");
    }

    @Test
    void transactFaultsMeetUserPayments() {
        simulator.failNext(PATH, Fault.RACED);

        assertThat(client.postJson(PATH, token, Fixture.payment("order-1", 10, bob))
                        .get("status")
                        .stringValue())
                .isEqualTo("failed");
    }

    private void assertRefused(Map<String, Object> body, String status, String reason) {
        JsonNode answer = client.postJson(PATH, token, body);

        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.path("status").asString("")).isEqualTo(status);
        assertThat(answer.get("reason").stringValue()).contains(reason);
        assertThat(answer.has("balance")).isFalse();
        assertThat(simulator.balance("ada")).isEqualByComparingTo("100");
        assertThat(simulator.balance("bob")).isEqualByComparingTo("10");
    }
}
