package com.gloebit.reactive.connection;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends, byte by byte, what no well-behaved server sends. */
final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final Talk talk;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** What is done with a connection. */
    @FunctionalInterface
    private interface Talk {
        void with(Connection connection) throws IOException;
    }

    /** What is done about a request. */
    @FunctionalInterface
    interface Script {
        void answer(Request request, Connection connection) throws IOException;
    }

    /**
     * A request that was read to its end.
     *
     * @param number which one of this server's it is, from 1
     * @param head request line and headers
     * @param body the body; empty if there is none
     */
    record Request(int number, String head, String body) {
        private static Request read(int number, InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException();
                }
                head.append((char) next);
            }
            String length = new Request(number, head.toString(), "").header("content-length");
            byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            return new Request(number, head.toString(), new String(body, StandardCharsets.UTF_8));
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** The client's connection. */
    record Connection(InputStream in, OutputStream out) {
        /** In a segment of its own. */
        Connection send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return this;
        }

        /** True once the client closes it; a request that comes instead is not expected. */
        boolean isClosedByClient() {
            try {
                return in.read() < 0;
            } catch (IOException e) {
                return true;
            }
        }
    }

    private RawServer(Talk talk) {
        this.talk = talk;
        try {
            this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Speaks HTTP. */
    static RawServer of(Script script) {
        return speakingFirst("", () -> {}, script);
    }

    /** Speaks HTTP, and sends a text before the first request of each connection. */
    static RawServer speakingFirst(String text, Runnable spoken, Script script) {
        AtomicInteger requests = new AtomicInteger();
        return new RawServer(connection -> {
            connection.send(text);
            spoken.run();
            while (true) {
                script.answer(Request.read(requests.incrementAndGet(), connection.in()), connection);
            }
        });
    }

    /** Answers the client's part of a TLS handshake with these bytes. */
    static RawServer answeringHandshakes(String answer) {
        return new RawServer(connection -> {
            byte[] header = connection.in().readNBytes(5);
            connection.in().readNBytes(((header[3] & 0xff) << 8) | (header[4] & 0xff));
            connection.send(answer);
        });
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            Connection connection =
                    new Connection(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
            talk.with(connection);
        } catch (IOException e) {
            // Closed, by either side.
        }
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getLocalPort() + "/");
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
