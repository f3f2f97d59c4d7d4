package com.gloebit.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.ConnectionFaults;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Faults of connections. */
class ConnectionFaultsTest extends SimulatorTest {
    private static final int LIMIT_MILLIS = 10_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final ConnectionFaults faults = simulator.connectionFaults();

    @Test
    void connectionsAreRefusedUntilTheyAreAcceptedAgain() throws IOException {
        URI before = simulator.baseUri();
        try (Socket open = connect()) {
            // Until it was served, it might only be waiting to be accepted.
            assertThat(answer(open)).startsWith("HTTP/1.1 400");
            faults.refuse();

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            assertThat(answer(open)).startsWith("HTTP/1.1 400");
        }
        faults.accept();

        assertThat(simulator.baseUri()).isEqualTo(before);
        assertServed();
    }

    @Test
    void resetKeepsIdleConnectionsOpen() throws IOException {
        try (Socket open = connect()) {
            assertThat(answer(open)).startsWith("HTTP/1.1 400");

            simulator.reset();

            assertThat(answer(open)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void acceptHasNoEffectIfConnectionsAreAccepted() throws IOException {
        faults.accept();
        assertServed();
    }

    @Test
    void nextConnectionsAreDropped() throws IOException {
        assertServed();
        faults.dropNext(2);
        faults.dropNext(1);

        for (int i = 0; i < 3; i++) {
            try (Socket socket = connect()) {
                assertThat(socket.getInputStream().read()).isNegative();
            }
        }
        assertServed();
        assertServed();
    }

    @Test
    void dropOfZeroConnectionsIsRefused() {
        assertThatThrownBy(() -> faults.dropNext(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("times");
    }

    @Test
    void dropIdleClosesOnlyIdleConnections() throws IOException {
        simulator.failNext("/balance", Fault.HANG);
        try (Socket busy = connect();
                Socket idle = connect();
                Socket idleToo = connect()) {
            sendRequest(busy, "/balance");
            awaitRequest();
            assertThat(answer(idle)).startsWith("HTTP/1.1 400");
            assertThat(answer(idleToo)).startsWith("HTTP/1.1 400");

            faults.dropIdle();

            assertThat(idle.getInputStream().read()).isNegative();
            assertThat(idleToo.getInputStream().read()).isNegative();
            busy.setSoTimeout(100);
            assertThatThrownBy(() -> busy.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void closeClosesEveryConnection() throws IOException {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            open.add(connect());
            assertThat(answer(open.get(i))).startsWith("HTTP/1.1 400");
        }

        simulator.close();

        for (Socket socket : open) {
            try (socket) {
                assertThat(socket.getInputStream().read()).isNegative();
            }
        }
    }

    private void assertServed() throws IOException {
        try (Socket socket = connect()) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 400");
        }
    }

    private void awaitRequest() {
        long end = System.nanoTime() + TestClient.LIMIT.toNanos();
        while (simulator.requestCount("/balance") == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(simulator.baseUri().getHost(), simulator.baseUri().getPort());
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    private static void sendRequest(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        sendRequest(socket, "/user");
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("after %s", head).isNotNegative();
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        assertThat(length.find()).isTrue();
        in.readNBytes(Integer.parseInt(length.group(1)));
        return head.toString();
    }
}
