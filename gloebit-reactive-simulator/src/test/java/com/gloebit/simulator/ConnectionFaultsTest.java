package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What goes wrong before there is a request. */
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
        try (Socket again = connect()) {
            assertThat(answer(again)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void acceptingWhatWasNotRefusedDoesNothing() throws IOException {
        faults.accept();
        try (Socket socket = connect()) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void newConnectionsAreDropped() throws IOException {
        faults.dropNext(1);
        try (Socket first = connect();
                Socket second = connect()) {
            assertThat(first.getInputStream().read()).isNegative();
            assertThat(answer(second)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void idleConnectionsAreDroppedAndBusyOnesAreNot() throws IOException {
        simulator.failNext("/balance", Fault.HANG);
        try (Socket busy = connect();
                Socket idle = connect()) {
            ask(busy, "/balance");
            awaitRequest();
            assertThat(answer(idle)).startsWith("HTTP/1.1 400");

            faults.dropIdle();

            assertThat(idle.getInputStream().readAllBytes()).isNotNull();
            busy.setSoTimeout(100);
            assertThatThrownBy(() -> busy.getInputStream().read()).isInstanceOf(java.net.SocketTimeoutException.class);
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

    private static void ask(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        ask(socket, "/user");
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
