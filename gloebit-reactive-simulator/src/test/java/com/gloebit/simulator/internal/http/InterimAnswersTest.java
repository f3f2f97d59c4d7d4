package com.gloebit.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.Fault;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.RandomFaults;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.HoldApplication;
import com.gloebit.simulator.support.RawRequest;
import com.gloebit.simulator.support.RawRequest.End;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Informational answers before the answer. */
class InterimAnswersTest extends SimulatorTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String token = token();

    @Test
    void interimAnswersPrecedeTheAnswerInTheirOrder() throws IOException {
        simulator.failNext("/transact", Fault.interim(103, 102, 100, 199));
        String body = MAPPER.writeValueAsString(Fixture.item("order-1", 25));
        try (RawRequest request = new RawRequest(simulator.baseUri(), "POST", "/transact", token, body)) {
            assertThat(request.sendAndGiveUp()).isEqualTo(End.SILENCE);

            assertThat(request.received())
                    .startsWith(
                            Stream.of("103 Early Hints", "102 Processing", "100 Continue", "199 Informational (199)")
                                            .map(line -> "HTTP/1.1 " + line + "\r\n\r\n")
                                            .collect(Collectors.joining())
                                    + "HTTP/1.1 200 OK\r\n")
                    .contains("\"reason\":\"success\"");
        }
        assertThat(simulator.balance("ada")).isEqualByComparingTo("75");
        assertNoViolation();
    }

    /** The JDK's client passes over 102 and 103, and has one connection. */
    @Test
    void connectionStaysUsableAfterInterimAnswers() {
        simulator.failNext("/balance", Fault.interim(103, 102), 2);
        for (int i = 0; i < 3; i++) {
            assertThat(client.get("/balance", token).get("balance").intValue()).isEqualTo(100);
        }
    }

    @Test
    void interimAnswersCanBeRandomFaults() throws IOException {
        simulator.failRandomly(RandomFaults.seed(1).withFault(1, Fault.interim(102)));
        try (RawRequest request = new RawRequest(simulator.baseUri(), "GET", "/user", token, "")) {
            request.sendAndGiveUp();

            assertThat(request.received()).contains("102 Processing", "200 OK");
        }
    }

    /** The answer never follows, and the callbacks that wait for it do. */
    @Test
    void requestIsProcessedIfTheClientDisconnectsDuringInterimAnswers() throws Exception {
        int[] many = new int[100_000];
        Arrays.fill(many, 103);
        try (HoldApplication application = new HoldApplication();
                GloebitSimulator other = application.simulator().start()) {
            String body = MAPPER.writeValueAsString(application.item("order-1", 25));
            other.failNext("/transact", Fault.interim(many));
            Socket socket =
                    new Socket(other.baseUri().getHost(), other.baseUri().getPort());
            try (RawRequest request = new RawRequest(
                    socket, "POST", "/transact", other.issueToken("hold-key", "ada", "transact"), body)) {
                socket.setSoLinger(true, 0);
                request.sendAndReadOne();
            }

            assertThat(other.holdCallbacks().awaitIdle(TestClient.LIMIT)).isTrue();
            assertThat(other.balance("ada")).isEqualByComparingTo("75");
            assertThat(application.calls()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 101, 200})
    void statusThatIsNotInterimIsRefused(int status) {
        assertThatThrownBy(() -> Fault.interim(103, status))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("" + status, "100 to 199 but for 101");
    }

    @Test
    void emptyListOfStatusesIsRefused() {
        assertThatThrownBy(Fault::interim)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("statuses");
    }

    @Test
    void toStringShowsTheStatuses() {
        assertThat(Fault.interim(103, 102)).hasToString("INTERIM 103 102 after processing");
    }
}
