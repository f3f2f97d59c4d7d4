package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.RawRequest.End;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are sent in part, slowly, or with a hard end: seen from the socket. */
class SentFaultTest extends SimulatorTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String WHOLE = "{\"success\":true,\"balance\":100}";
    private static final String HALF = "{\"success\":true";
    private static final String NO_ANSWER = "";

    private static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.DROP, NO_ANSWER, End.CLOSED),
                Arguments.of(Fault.RESET, NO_ANSWER, End.RESET),
                Arguments.of(Fault.RESET.afterProcessing(), NO_ANSWER, End.RESET),
                Arguments.of(Fault.RESET_UNREAD, NO_ANSWER, End.RESET),
                Arguments.of(Fault.HALF_ANSWER, HALF, End.CLOSED),
                Arguments.of(Fault.HALF_ANSWER_THEN_RESET, HALF, End.RESET),
                Arguments.of(Fault.TRUNCATED, HALF, End.CLOSED),
                Arguments.of(Fault.CLOSE_AFTER_ANSWER, WHOLE, End.CLOSED),
                Arguments.of(Fault.drip(Duration.ofMillis(1)), WHOLE, End.CLOSED));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endAs(Fault fault, String body, End end) throws IOException {
        simulator.failNext("/balance", fault);
        try (RawRequest request = balance()) {
            assertThat(request.send()).isEqualTo(end);
            assertThat(request.received()).endsWith(body);
            assertThat(request.received().isEmpty()).isEqualTo(body.isEmpty());
        }
        assertNoViolation();
    }

    @ParameterizedTest
    @MethodSource("hanging")
    void fallsSilent(Fault fault, String last) throws IOException {
        simulator.failNext("/balance", fault);
        try (RawRequest request = balance()) {
            // Silence before the first byte is that of a service which is slow: HANG is seen by FaultTest.
            assertThat(request.send()).isEqualTo(End.SILENCE);
            assertThat(request.received()).startsWith("HTTP/1.1 200 OK\r\n").endsWith(last);
        }
    }

    private static Stream<Arguments> hanging() {
        return Stream.of(
                Arguments.of(Fault.HANG_IN_HEADERS, "Content-Type: appl"), Arguments.of(Fault.HANG_IN_BODY, HALF));
    }

    @Test
    void aTruncatedAnswerAnnouncesNoLength() throws IOException {
        simulator.failNext("/balance", Fault.TRUNCATED);
        try (RawRequest truncated = balance();
                RawRequest half = balance()) {
            truncated.send();
            simulator.failNext("/balance", Fault.HALF_ANSWER);
            half.send();

            assertThat(truncated.received()).contains("Connection: close").doesNotContain("Content-Length");
            assertThat(half.received()).contains("Content-Length: " + WHOLE.length());
        }
    }

    @ParameterizedTest
    @MethodSource("booking")
    void aPartOfAnAnswerComesOfABooking(Fault fault) throws IOException {
        simulator.failNext("/transact", fault);
        try (RawRequest request = purchase()) {
            request.send();
        }
        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertNoViolation();
    }

    private static Stream<Fault> booking() {
        return Stream.of(
                Fault.RESET.afterProcessing(),
                Fault.HANG_IN_HEADERS,
                Fault.HANG_IN_BODY,
                Fault.HALF_ANSWER,
                Fault.HALF_ANSWER_THEN_RESET,
                Fault.TRUNCATED,
                Fault.CLOSE_AFTER_ANSWER,
                Fault.drip(Duration.ofMillis(1)));
    }

    @ParameterizedTest
    @MethodSource("notBooking")
    void whatIsNotProcessedIsNotBooked(Fault fault) throws IOException {
        simulator.failNext("/transact", fault);
        try (RawRequest request = purchase()) {
            request.send();
        }
        assertThat(simulator.ledger()).isEmpty();
    }

    private static Stream<Fault> notBooking() {
        return Stream.of(Fault.DROP, Fault.DROP_UNREAD, Fault.RESET, Fault.RESET_UNREAD);
    }

    private RawRequest purchase() throws IOException {
        String body = MAPPER.writeValueAsString(Fixture.item("order-1", 25));
        return new RawRequest(simulator.baseUri(), "POST", "/transact", token(), body);
    }

    private RawRequest balance() throws IOException {
        return new RawRequest(simulator.baseUri(), "GET", "/balance", token(), "");
    }
}
