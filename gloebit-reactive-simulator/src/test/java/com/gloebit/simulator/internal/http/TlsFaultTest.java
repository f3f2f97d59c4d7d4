package com.gloebit.simulator.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.Fault;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.RawRequest;
import com.gloebit.simulator.support.RawRequest.End;
import com.gloebit.simulator.support.SimulatorTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Faults of connections with TLS. */
class TlsFaultTest extends SimulatorTest {
    private static final int LIMIT_MILLIS = 10_000;

    TlsFaultTest() {
        super(Fixture.builder().tls());
    }

    @Test
    void partialAnswerIsEncrypted() throws IOException {
        simulator.failNext("/balance", Fault.HALF_ANSWER);
        try (RawRequest request = new RawRequest(trusting(), "GET", "/balance", token(), "")) {
            assertThat(request.send()).isEqualTo(End.CLOSED);
            assertThat(request.received()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("{\"success\":true");
        }
    }

    /** A good-bye of TLS would be an end of file. */
    @Test
    void resetSendsNoCloseNotify() throws IOException {
        simulator.failNext("/balance", Fault.RESET);
        try (Socket socket = trusting()) {
            socket.getOutputStream().write("GET /balance HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void droppedConnectionHasNoHandshake() throws IOException {
        simulator.connectionFaults().dropNext(2);
        try (Socket socket = plain()) {
            assertThat(socket.getInputStream().read()).isNegative();
        }
        assertThatThrownBy(this::trusting).isInstanceOf(IOException.class);

        trusting().close();
    }

    private Socket trusting() throws IOException {
        Socket plain = plain();
        String host = simulator.baseUri().getHost();
        SSLSocket socket = (SSLSocket) simulator
                .certificate()
                .sslContext()
                .getSocketFactory()
                .createSocket(plain, host, plain.getPort(), true);
        try {
            socket.startHandshake();
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    private Socket plain() throws IOException {
        Socket socket =
                new Socket(simulator.baseUri().getHost(), simulator.baseUri().getPort());
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }
}
