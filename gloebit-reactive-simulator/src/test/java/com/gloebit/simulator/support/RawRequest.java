package com.gloebit.simulator.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** A request over a socket. Reads the answer byte by byte. */
public final class RawRequest implements AutoCloseable {
    /** As long as this nothing comes before it is given up. */
    public static final Duration SILENCE = Duration.ofMillis(300);

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Socket socket;
    private final String head;
    private final String body;
    private String received = "";

    public RawRequest(URI base, String method, String path, String token, String body) throws IOException {
        this(new Socket(base.getHost(), base.getPort()), method, path, token, body);
    }

    public RawRequest(Socket socket, String method, String path, String token, String body) {
        this.socket = socket;
        this.head =
                method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + socket.getPort() + "\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Type: application/json\r\nContent-Length: " + body.getBytes(UTF_8).length
                        + "\r\n\r\n";
        this.body = body;
    }

    public enum End {
        SILENCE,
        CLOSED,
        RESET
    }

    /** Sends it, and reads to the end of the connection. */
    public End send() {
        return send(head + body, LIMIT, LIMIT);
    }

    /** Sends it, and reads until nothing more comes. */
    public End sendAndGiveUp() {
        return send(head + body, LIMIT, SILENCE);
    }

    /** Sends it, and reads until the first byte. */
    public void sendAndReadOne() throws IOException {
        socket.getOutputStream().write((head + body).getBytes(UTF_8));
        socket.setSoTimeout((int) LIMIT.toMillis());
        received = String.valueOf((char) socket.getInputStream().read());
    }

    /** Sends it without its body, and reads to the end of the connection. */
    public End sendHead() {
        return send(head, LIMIT, LIMIT);
    }

    /** Sends it without its body, and reads for a moment. */
    public End sendHeadAndGiveUp() {
        return send(head, SILENCE, SILENCE);
    }

    /** Reads on, to the end of the connection. */
    public End readOn() {
        return send("", LIMIT, LIMIT);
    }

    private End send(String request, Duration beforeFirst, Duration beforeNext) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.setSoTimeout((int) beforeFirst.toMillis());
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes.write(next);
                socket.setSoTimeout((int) beforeNext.toMillis());
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

    public String received() {
        return received;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
