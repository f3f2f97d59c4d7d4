package com.gloebit.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.Fault;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LateRequests;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.RawRequest;
import com.gloebit.simulator.support.RawRequest.End;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Requests that are carried out late. */
class LateRequestsTest extends SimulatorTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ID = "order-1";

    private final String token = token();
    private final LateRequests late = simulator.lateRequests();

    private static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.DROP.withLateProcessing(), End.CLOSED),
                Arguments.of(Fault.drop(Duration.ofMillis(1)).withLateProcessing(), End.CLOSED),
                Arguments.of(Fault.RESET.withLateProcessing(), End.RESET),
                Arguments.of(Fault.status(503).withLateProcessing(), End.SILENCE),
                Arguments.of(Fault.GARBLED.withLateProcessing(), End.SILENCE),
                Arguments.of(Fault.QUEUING_FAILED.withLateProcessing(), End.SILENCE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void releaseCarriesOutTheRequestForEveryFault(Fault fault, End end) throws IOException {
        assertThat(purchase(fault, 25)).isEqualTo(end);

        assertThat(late.count()).isEqualTo(1);
        assertThat(simulator.ledger()).isEmpty();
        assertThat(late.release()).isEqualTo(1);
        assertThat(late.count()).isZero();
        assertThat(late.release()).isZero();
        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertNoViolation();
    }

    @Test
    void releaseCarriesOutARequestWhoseClientTimedOut() {
        simulator.failNext("/transact", Fault.HANG.withLateProcessing());

        assertThatThrownBy(() -> client.trySend(client.jsonRequest("/transact", token, Fixture.item(ID, 25))
                        .timeout(Duration.ofSeconds(1))))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(late.release()).isEqualTo(1);
        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
    }

    @Test
    void lateRequestBooksATransactionThatWasRefusedInTheMeantime() throws IOException {
        purchase(Fault.DROP.withLateProcessing(), 120);
        assertThat(reasonOf(120)).isEqualTo("insufficient balance");
        simulator.deposit("ada", new BigDecimal("50"));

        late.release();

        assertThat(simulator.balance("ada")).isEqualByComparingTo("30");
        assertThat(reasonOf(120)).isEqualTo("resubmitted");
        assertNoViolation();
    }

    @Test
    void lateRequestOfABookedTransactionBooksNothing() throws IOException {
        purchase(Fault.DROP.withLateProcessing(), 25);
        assertThat(reasonOf(25)).isEqualTo("success");

        late.release();

        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertThat(simulator.ledger()).hasSize(1);
    }

    @Test
    void releaseKeepsTheOrderOfArrival() throws IOException {
        simulator.failNext("/transact", Fault.DROP.withLateProcessing(), 2);
        send("/transact", Fixture.item("order-1", 60));
        send("/transact", Fixture.item("order-2", 50));

        assertThat(late.release()).isEqualTo(2);

        assertThat(simulator.ledger()).extracting(LedgerEntry::transactionId).containsExactly("order-1");
    }

    @Test
    void requestIsCarriedOutBeforeTheLastCountedRequestIsAnswered() throws IOException {
        purchase(Fault.DROP.withLateProcessing(3), 25);

        assertThat(balance()).isEqualTo(100);
        simulator.failNext("/user", Fault.DROP);
        send("/user", Map.of());
        assertThat(late.count()).isEqualTo(1);
        assertThat(balance()).as("as it was when the third was carried out").isEqualTo(100);
        assertThat(late.count()).isZero();
        assertThat(balance()).isEqualTo(75);
    }

    @Test
    void otherLateRequestsAreCounted() throws IOException {
        purchase(Fault.DROP.withLateProcessing(1), 25);
        simulator.failNext("/balance", Fault.DROP.withLateProcessing());
        send("/balance", Map.of());

        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertThat(late.count()).isEqualTo(1);
    }

    @Test
    void requestIsCarriedOutAfterItsDelay() throws IOException {
        purchase(Fault.DROP.withLateProcessing(Duration.ofMillis(1)), 25);

        long giveUp = System.nanoTime() + TestClient.LIMIT.toNanos();
        while (simulator.ledger().isEmpty() && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertThat(late.count()).isZero();
    }

    @Test
    void releaseCarriesOutARequestBeforeItsDelay() throws IOException {
        purchase(Fault.DROP.withLateProcessing(Duration.ofDays(1)), 25);
        purchase(Fault.DROP.withLateProcessing(1_000_000), 25);

        assertThat(late.release()).isEqualTo(2);
        assertThat(simulator.ledger()).hasSize(1);
    }

    static Stream<String> forms() {
        try (GloebitSimulator other = Fixture.builder().start()) {
            return other.routes().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void requestsOfEveryEndpointCanBeLate(String form) throws IOException {
        String[] verbAndPath = form.replace('*', 'x').split(" ", 2);
        simulator.failNext(verbAndPath[1].replaceAll("(/x)+$", ""), Fault.DROP.withLateProcessing());

        try (RawRequest request =
                new RawRequest(simulator.baseUri(), verbAndPath[0], verbAndPath[1], token, "anything")) {
            assertThat(request.send()).isEqualTo(End.CLOSED);
        }

        assertThat(late.release()).isEqualTo(1);
    }

    @Test
    void oneRequestTooManyCarriesOutTheOldest() throws IOException {
        simulator.failNext("/transact", Fault.status(503).withLateProcessing(), 1001);
        for (int i = 0; i < 1001; i++) {
            client.send(client.jsonRequest("/transact", token, Fixture.item("order-" + i, 1)));
        }

        assertThat(late.count()).isEqualTo(1000);
        assertThat(simulator.ledger()).extracting(LedgerEntry::transactionId).containsExactly("order-0");
    }

    @Test
    void closedSimulatorDiscardsLateRequests() throws IOException {
        purchase(Fault.DROP.withLateProcessing(), 25);
        purchase(Fault.DROP.withLateProcessing(Duration.ofMillis(200)), 25);

        simulator.close();

        assertThat(late.count()).isZero();
        assertThat(late.release()).isZero();
        assertThat(simulator.ledger()).isEmpty();
    }

    @Test
    void unreadOrProcessedRequestCannotBeLate() {
        assertThatThrownBy(Fault.DROP_UNREAD::withLateProcessing)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DROP_UNREAD reads nothing");
        assertThatThrownBy(() -> Fault.HALF_ANSWER.withLateProcessing(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HALF_ANSWER after processing");
        assertThatThrownBy(() -> Fault.HANG.withLateProcessing(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requests");
        assertThatThrownBy(() -> Fault.HANG.withLateProcessing(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("delay");
        assertThatThrownBy(() -> Fault.drop(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after");
    }

    @Test
    void toStringShowsTheTrigger() {
        assertThat(Fault.HANG.withLateProcessing()).hasToString("HANG late");
        assertThat(Fault.DROP.withLateProcessing(2)).hasToString("DROP late by 2 requests");
        assertThat(Fault.status(503).withLateProcessing(Duration.ofSeconds(2))).hasToString("STATUS 503 late by PT2S");
    }

    private End purchase(Fault fault, int amount) throws IOException {
        simulator.failNext("/transact", fault);
        return send("/transact", Fixture.item(ID, amount));
    }

    private End send(String path, Map<String, Object> body) throws IOException {
        try (RawRequest request =
                new RawRequest(simulator.baseUri(), "POST", path, token, MAPPER.writeValueAsString(body))) {
            return request.sendAndGiveUp();
        }
    }

    private String reasonOf(int amount) {
        return client.postJson("/transact", token, Fixture.item(ID, amount))
                .get("reason")
                .stringValue();
    }

    private int balance() {
        return client.get("/balance", token).get("balance").intValue();
    }
}
