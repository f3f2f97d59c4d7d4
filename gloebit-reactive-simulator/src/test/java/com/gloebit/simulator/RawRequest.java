package com.gloebit.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/** A request over a socket, and what comes back byte by byte. */
final class RawRequest implements AutoCloseable {
    private static final int SILENCE_MILLIS = 300;
    private static final int LIMIT_MILLIS = 10_000;

    private final Socket socket;
    private final String request;
    private String received = "";

    RawRequest(URI base, String method, String path, String token, String body) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        request = method + " " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: application/json\r\nContent-Length: " + body.getBytes(UTF_8).length
                + "\r\n\r\n" + body;
    }

    enum End {
        SILENCE,
        CLOSED,
        RESET
    }

    /** Sends it, and reads until there is nothing more. */
    End send() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.setSoTimeout(LIMIT_MILLIS);
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes.write(next);
                socket.setSoTimeout(SILENCE_MILLIS);
            }
            return End.CLOSED;
        } catch (SocketTimeoutException silent) {
            return End.SILENCE;
        } catch (IOException reset) {
            return End.RESET;
        } finally {
            received = bytes.toString(ISO_8859_1);
        }
    }

    String received() {
        return received;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
