package com.gloebit.reactive.wire.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One request to a server on this machine, written byte by byte: no HTTP client would send every request target. */
public final class RawRequest {
    private RawRequest() {}

    /** The whole answer, head and body, of a connection that is closed after it. */
    public static String answer(int port, String requestLine, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Math.toIntExact(Given.PATIENCE.toMillis()));
            String head = requestLine + "\r\nHost: shop.example\r\nConnection: close\r\n"
                    + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
