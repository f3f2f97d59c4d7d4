package com.gloebit.simulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.Fault;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.RawRequest;
import com.gloebit.simulator.support.RawRequest.End;
import com.gloebit.simulator.support.SimulatorTest;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are sent in part, slowly, or with a TCP reset, read from a socket. */
class SentFaultTest extends SimulatorTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String WHOLE = "{\"success\":true,\"balance\":100}";
    private static final String HALF = "{\"success\":true";
    private static final String NO_ANSWER = "";

    private static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.DROP, NO_ANSWER, End.CLOSED),
                Arguments.of(Fault.DROP_UNREAD, NO_ANSWER, End.CLOSED),
                Arguments.of(Fault.RESET, NO_ANSWER, End.RESET),
                Arguments.of(Fault.RESET.withProcessing(), NO_ANSWER, End.RESET),
                Arguments.of(Fault.RESET_UNREAD, NO_ANSWER, End.RESET),
                Arguments.of(Fault.HALF_ANSWER, HALF, End.CLOSED),
                Arguments.of(Fault.HALF_ANSWER_THEN_RESET, HALF, End.RESET),
                Arguments.of(Fault.TRUNCATED, HALF, End.CLOSED),
                Arguments.of(Fault.CLOSE_AFTER_ANSWER, WHOLE, End.CLOSED),
                Arguments.of(Fault.drip(Duration.ofMillis(1)), WHOLE, End.CLOSED));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultEndsTheConnectionAsDocumented(Fault fault, String body, End end) throws IOException {
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
    void faultLeavesTheConnectionOpenAndSilent(Fault fault, String last) throws IOException {
        simulator.failNext("/balance", fault);
        try (RawRequest request = balance()) {
            // Silence before the first byte is that of a service which is slow: HANG is seen by FaultTest.
            assertThat(request.sendAndGiveUp()).isEqualTo(End.SILENCE);
            assertThat(request.received()).startsWith("HTTP/1.1 200 OK\r\n").endsWith(last);
        }
    }

    private static Stream<Arguments> hanging() {
        return Stream.of(
                Arguments.of(Fault.HANG_IN_HEADERS, "Content-Type: appl"), Arguments.of(Fault.HANG_IN_BODY, HALF));
    }

    @Test
    void truncatedAnswerHasNoContentLength() throws IOException {
        simulator.failNext("/balance", Fault.TRUNCATED);
        try (RawRequest truncated = balance()) {
            truncated.send();

            assertThat(truncated.received()).contains("Connection: close").doesNotContain("Content-Length");
        }
    }

    @ParameterizedTest
    @MethodSource("announcing")
    void otherAnswersHaveAContentLengthAndKeepTheConnection(Fault fault) throws IOException {
        simulator.failNext("/balance", fault);
        try (RawRequest request = balance()) {
            request.send();

            assertThat(request.received())
                    .contains("Content-Length: " + WHOLE.length())
                    .doesNotContain("Connection");
        }
    }

    private static Stream<Fault> announcing() {
        return Stream.of(
                Fault.HALF_ANSWER,
                Fault.HALF_ANSWER_THEN_RESET,
                Fault.CLOSE_AFTER_ANSWER,
                Fault.drip(Duration.ofMillis(1)));
    }

    @Test
    void hangingAnswerHasAContentLengthAndKeepsTheConnection() throws IOException {
        simulator.failNext("/balance", Fault.HANG_IN_BODY);
        try (RawRequest request = balance()) {
            request.sendAndGiveUp();

            assertThat(request.received()).contains("Content-Length: " + WHOLE.length());
        }
    }

    @Test
    void contentLengthCountsBytes() throws IOException {
        String name = "J\u00fcrgen";
        simulator.createCharacter(Fixture.KEY, "ada", name);
        simulator.failNext("/get-characters", Fault.CLOSE_AFTER_ANSWER);
        try (RawRequest request = new RawRequest(simulator.baseUri(), "GET", "/get-characters", token(), "")) {
            request.send();

            String[] headAndBody = request.received().split("\r\n\r\n", 2);
            assertThat(headAndBody[1]).contains(new String(name.getBytes(UTF_8), ISO_8859_1));
            assertThat(headAndBody[0]).contains("Content-Length: " + headAndBody[1].length());
        }
    }

    @Test
    void partialAnswerKeepsTheStatus() throws IOException {
        simulator.failNext("/balance", Fault.CLOSE_AFTER_ANSWER);
        try (RawRequest request = new RawRequest(simulator.baseUri(), "DELETE", "/balance", token(), "")) {
            request.send();

            assertThat(request.received()).startsWith("HTTP/1.1 400 Bad Request\r\n");
        }
    }

    /** A slow reader gets several bytes at once, but hardly that many. */
    @Test
    void dripPausesBeforeEachByte() throws IOException {
        simulator.failNext("/balance", Fault.drip(RawRequest.SILENCE.multipliedBy(2)));
        try (RawRequest request = balance()) {
            assertThat(request.sendAndGiveUp()).isEqualTo(End.SILENCE);
            assertThat(request.received()).startsWith("H").hasSizeLessThan(8);
        }
    }

    @ParameterizedTest
    @MethodSource("unread")
    void unreadFaultDoesNotWaitForTheBody(Fault fault, End end) throws IOException {
        simulator.failNext("/transact", fault);
        try (RawRequest request = purchase()) {
            assertThat(request.sendHead()).isEqualTo(end);
        }
    }

    private static Stream<Arguments> unread() {
        return Stream.of(Arguments.of(Fault.DROP_UNREAD, End.CLOSED), Arguments.of(Fault.RESET_UNREAD, End.RESET));
    }

    @ParameterizedTest
    @MethodSource("read")
    void readFaultWaitsForTheBody(Fault fault) throws IOException {
        simulator.failNext("/transact", fault);
        try (RawRequest request = purchase()) {
            assertThat(request.sendHeadAndGiveUp()).isEqualTo(End.SILENCE);
        }
    }

    private static Stream<Fault> read() {
        return Stream.of(Fault.DROP, Fault.RESET);
    }

    @ParameterizedTest
    @MethodSource("booking")
    void partialAnswerFollowsABooking(Fault fault) throws IOException {
        simulator.failNext("/transact", fault);
        try (RawRequest request = purchase()) {
            request.sendAndGiveUp();
        }
        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertNoViolation();
    }

    private static Stream<Fault> booking() {
        return Stream.of(
                Fault.RESET.withProcessing(),
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
    void unprocessedRequestIsNotBooked(Fault fault) throws IOException {
        simulator.failNext("/transact", fault);
        try (RawRequest request = purchase()) {
            request.sendAndGiveUp();
        }
        assertThat(simulator.ledger()).isEmpty();
    }

    private static Stream<Fault> notBooking() {
        return Stream.of(Fault.DROP, Fault.DROP_UNREAD, Fault.RESET, Fault.RESET_UNREAD, Fault.HTML, Fault.GARBLED);
    }

    private RawRequest purchase() throws IOException {
        String body = MAPPER.writeValueAsString(Fixture.item("order-1", 25));
        return new RawRequest(simulator.baseUri(), "POST", "/transact", token(), body);
    }

    private RawRequest balance() throws IOException {
        return new RawRequest(simulator.baseUri(), "GET", "/balance", token(), "");
    }
}
