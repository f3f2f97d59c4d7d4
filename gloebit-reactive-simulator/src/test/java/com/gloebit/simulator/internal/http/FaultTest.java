package com.gloebit.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.Fault;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Faults of requests, and the bookings of these requests. */
class FaultTest extends SimulatorTest {
    private final String token = token();
    private final Map<String, Object> item = Fixture.item("order-1", 25);

    @Test
    void dropUnreadBooksNothing() {
        simulator.failNext("/transact", Fault.DROP_UNREAD);

        assertNoAnswer();

        assertNothingBooked();
        assertBookedBy("success");
    }

    @Test
    void commitThenDropBooksOnce() {
        simulator.failNext("/transact", Fault.COMMIT_THEN_DROP);

        assertNoAnswer();

        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertBookedBy("resubmitted");
    }

    @Test
    void hangSendsNoAnswerAndEndsWhenTheSimulatorIsClosed() throws Exception {
        simulator.failNext("/transact", Fault.HANG.withProcessing());
        CompletableFuture<JsonNode> answer = client.postJsonAsync("/transact", token, item);
        awaitBooking();
        assertThat(answer).isNotDone();

        simulator.close();

        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void hangOutlastsATimeout() {
        simulator.failNext("/transact", Fault.HANG);

        assertThatThrownBy(() -> client.trySend(
                        client.jsonRequest("/transact", token, item).timeout(Duration.ofMillis(200))))
                .isInstanceOf(HttpTimeoutException.class);
        assertNothingBooked();
    }

    @Test
    void statusAnswersWithoutBooking() {
        simulator.failNext("/transact", Fault.status(503, Duration.ofSeconds(7)));

        HttpResponse<String> answer = client.send(client.jsonRequest("/transact", token, item));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertNothingBooked();
    }

    @Test
    void statusAfterProcessingBooks() {
        simulator.failNext("/transact", Fault.status(500).withProcessing());

        HttpResponse<String> answer = client.send(client.jsonRequest("/transact", token, item));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertBookedBy("resubmitted");
    }

    @Test
    void statusAfterProcessingHasRetryAfter() {
        simulator.failNext("/transact", Fault.status(503, Duration.ofSeconds(7)).withProcessing());

        HttpResponse<String> answer = client.send(client.jsonRequest("/transact", token, item));

        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertBookedBy("resubmitted");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 599})
    void everyStatusFrom300To599CanBeAnswered(int status) {
        simulator.failNext("/balance", Fault.status(status));

        HttpResponse<String> answer =
                client.send(client.bearer("/balance", token).GET());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(answer.body()).contains("" + status);
    }

    @Test
    void htmlAndGarbledAnswersAreNotJson() {
        simulator.failNext("/balance", Fault.HTML);
        simulator.failNext("/balance", Fault.GARBLED);

        HttpResponse<String> html = client.send(client.bearer("/balance", token).GET());
        HttpResponse<String> garbled =
                client.send(client.bearer("/balance", token).GET());

        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(html.body()).startsWith("<!DOCTYPE html>");
        assertThat(garbled.statusCode()).isEqualTo(200);
        assertThat(garbled.headers().firstValue("Content-Type")).contains("application/json");
        assertThatThrownBy(() -> TestClient.json(garbled)).isInstanceOf(JacksonException.class);
    }

    @Test
    void transactFaultsAnswerWithTheServicesTexts() {
        simulator.failNext("/transact", Fault.QUEUING_FAILED);
        simulator.failNext("/transact", Fault.RACED);

        HttpResponse<String> answer = client.send(client.jsonRequest("/transact", token, item));
        JsonNode queuingFailed = TestClient.json(answer);
        JsonNode raced = client.postJson("/transact", token, item);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(queuingFailed.get("success").booleanValue()).isFalse();
        assertThat(queuingFailed.get("status").stringValue()).isEqualTo("queuing-failed");
        assertThat(queuingFailed.get("reason").stringValue()).isNotBlank();
        assertThat(raced.get("success").booleanValue()).isFalse();
        assertThat(raced.get("status").stringValue()).isEqualTo("failed");
        assertThat(raced.get("reason").stringValue()).isEqualTo("transaction already created");
        assertNothingBooked();
        assertBookedBy("success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/transact", "/transact-u2u"})
    void transactFaultsMeetAllTransactEndpoints(String path) {
        simulator.failNext(path, Fault.QUEUING_FAILED);
        simulator.failNext(path, Fault.RACED);

        assertThat(client.postJson(path, token, item).get("status").stringValue())
                .isEqualTo("queuing-failed");
        assertThat(client.postJson(path, token, item).get("status").stringValue())
                .isEqualTo("failed");
    }

    @Test
    void toStringDescribesTheFault() {
        assertThat(Fault.HANG).hasToString("HANG");
        assertThat(Fault.status(503)).hasToString("STATUS 503");
        assertThat(Fault.status(503).withProcessing()).hasToString("STATUS 503 after processing");
    }

    @Test
    void faultsQueueUpPerPathAndCountAsRequests() {
        simulator.failNext("/transact", Fault.status(500), 2);
        simulator.failNext("/transact", Fault.status(502));

        assertThat(statusOf("/transact")).isEqualTo(500);
        assertThat(statusOf("/v2/transact")).isEqualTo(200);
        assertThat(statusOf("/transact/")).isEqualTo(500);
        assertThat(statusOf("/transact")).isEqualTo(502);
        assertThat(statusOf("/transact")).isEqualTo(200);
        assertThat(simulator.requestCount("/transact")).isEqualTo(4);
        assertThat(simulator.requestCount("/v2/transact")).isEqualTo(1);
    }

    @Test
    void invalidFaultsAreRefused() {
        assertThatThrownBy(() -> simulator.failNext("/transacts", Fault.HANG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("/transacts", "/transact");
        assertThatThrownBy(() -> simulator.failNext("/balance", Fault.RACED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("/balance", "RACED");
        assertThatThrownBy(() -> simulator.failNext("/balance", Fault.QUEUING_FAILED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.failNext("/transact", Fault.SUBSCRIPTION_INSERT_CONFLICT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.failNext("/transact", Fault.SUBSCRIPTION_DB_ERROR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[/create-subscription, /create-subscription-authorization]");
        assertThatThrownBy(() -> simulator.failNext("/create-subscription", Fault.MISMATCHED_SUBSCRIPTION_IDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[/create-subscription-authorization]");
        assertThatThrownBy(() -> simulator.failNext("/balance", Fault.HANG, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("times");
    }

    @ParameterizedTest
    @ValueSource(ints = {299, 600})
    void statusOutside300To599IsRefused(int status) {
        assertThatThrownBy(() -> Fault.status(status))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("" + status, "300 to 599");
    }

    @Test
    void unreadRequestCannotBeProcessed() {
        assertThatThrownBy(Fault.DROP_UNREAD::withProcessing)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DROP_UNREAD");
        assertThatThrownBy(Fault.RESET_UNREAD::withProcessing)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RESET_UNREAD");
    }

    @Test
    void dripDelaysTheAnswer() {
        assertThatThrownBy(() -> Fault.drip(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pause");
    }

    private int statusOf(String path) {
        return client.send(client.jsonRequest(path, token, item)).statusCode();
    }

    private void assertNoAnswer() {
        assertThatThrownBy(() -> client.trySend(client.jsonRequest("/transact", token, item)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(simulator.requestCount("/transact")).isEqualTo(1);
    }

    private void assertNothingBooked() {
        assertThat(simulator.ledger()).isEmpty();
        assertThat(simulator.balance("ada")).isEqualByComparingTo("100");
    }

    private void assertBookedBy(String reason) {
        assertThat(client.postJson("/transact", token, item).get("reason").stringValue())
                .isEqualTo(reason);
        assertThat(simulator.ledger()).hasSize(1);
        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertNoViolation();
    }

    private void awaitBooking() {
        long end = System.nanoTime() + TestClient.LIMIT.toNanos();
        while (simulator.ledger().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(simulator.ledger()).hasSize(1);
    }
}
