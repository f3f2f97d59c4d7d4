package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A transaction id is booked once. */
class TransactionIdTest extends SimulatorTest {
    @Test
    void concurrentRequestsWithOneIdBookOnce() throws Exception {
        String token = token();
        Map<String, Object> body = Fixture.product(TestClient.randomId(), "Sword", 1);

        List<CompletableFuture<JsonNode>> answers = IntStream.range(0, 100)
                .mapToObj(i -> client.postJsonAsync("/transact", token, body))
                .toList();
        List<String> reasons = answers.stream()
                .map(answer -> answer.orTimeout(20, TimeUnit.SECONDS).join())
                .map(answer -> answer.get("reason").stringValue())
                .toList();

        assertThat(reasons).hasSize(100).containsOnlyOnce("success").contains("resubmitted");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertThat(simulator.products(Fixture.KEY, "ada")).isEqualTo(Map.of("Sword", 1));
        assertThat(simulator.ledger()).hasSize(1);
        assertNoViolation();
    }

    @Test
    void caseOfAUuidIsIgnored() {
        UUID id = UUID.fromString("abcdef00-0000-4000-8000-00000000000a");
        client.postJson("/transact", token(), Fixture.item(id.toString(), 5));
        client.postJson("/transact", token(), Fixture.item(id.toString().toUpperCase(Locale.ROOT), 5));

        assertThat(simulator.ledger()).hasSize(1);
    }

    @Test
    void applicationsCanUseTheSameId() {
        Map<String, Object> body = Fixture.item("order-1", 5);
        client.postJson("/transact", token(), body);
        body.put("application-key", "other-key");
        client.postJson("/transact", simulator.issueToken("other-key", "ada", "transact"), body);

        assertThat(simulator.ledger())
                .extracting(LedgerEntry::applicationKey)
                .containsExactly(Fixture.KEY, "other-key");
    }

    @Test
    void sameIdWithDifferentContentIsAViolationAndBooksNothing() {
        client.postJson("/transact", token(), Fixture.item("order-1", 5));

        JsonNode answer = client.postJson("/transact", token(), Fixture.item("order-1", 6));

        assertThat(answer.get("reason").stringValue()).isEqualTo("resubmitted");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("95");
        assertThat(simulator.violations()).singleElement().asString().contains("different content");
    }

    @Test
    void newRequestTimeIsNotDifferentContent() {
        Map<String, Object> body = Fixture.item("order-1", 5);
        client.postJson("/transact", token(), body);
        body.put("request-created", 1_700_086_400);

        JsonNode answer = client.postJson("/transact", token(), body);

        assertThat(answer.get("reason").stringValue()).isEqualTo("resubmitted");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("95");
        assertThat(simulator.violations()).isEmpty();
    }

    @Test
    void switchAnswersAKnownIdWithSuccess() {
        try (GloebitSimulator other = Fixture.builder()
                .open(OpenBehaviour.KNOWN_TRANSACTION_ANSWERS_SUCCESS)
                .start()) {
            TestClient otherClient = new TestClient(other);
            String token = other.issueToken(Fixture.KEY, "ada", "transact");
            otherClient.postJson("/transact", token, Fixture.item("order-1", 5));

            assertThat(otherClient
                            .postJson("/transact", token, Fixture.item("order-1", 5))
                            .get("reason")
                            .stringValue())
                    .isEqualTo("success");
            assertThat(other.balance("ada")).isEqualByComparingTo("95");
        }
    }
}
