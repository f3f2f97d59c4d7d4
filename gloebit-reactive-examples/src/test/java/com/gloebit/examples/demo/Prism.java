package com.gloebit.examples.demo;

import com.gloebit.examples.support.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Prism as a process: a proxy before a service, which compares requests and answers with a description. */
final class Prism implements AutoCloseable {
    private static final Path PROGRAM = Path.of("..", ".ci", "openapi", "node_modules", ".bin", "prism");

    /** The process ends by itself after these seconds, even if this one was killed. */
    private static final String LONGEST = "150";

    private final int port;
    private final Process process;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> listening = new CompletableFuture<>();

    private Prism(int port, Process process) {
        this.port = port;
        this.process = process;
        Thread reader = new Thread(this::read, "prism");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the proxy and waits until it listens. */
    static Prism start(Path description, URI service, List<String> options)
            throws IOException, InterruptedException, TimeoutException {
        int port = FreePort.find();
        List<String> command = Stream.of(
                        List.of("timeout", "--kill-after=5", LONGEST, PROGRAM.toString(), "proxy"),
                        options,
                        List.of("--host=127.0.0.1", "--port=" + port, description.toString(), service.toString()))
                .flatMap(List::stream)
                .toList();
        Prism prism = new Prism(
                port, new ProcessBuilder(command).redirectErrorStream(true).start());
        try {
            prism.listening.get(60, TimeUnit.SECONDS);
            return prism;
        } catch (ExecutionException e) {
            throw new IOException("Prism ended:\n" + prism.output(), e);
        } finally {
            if (!prism.isListening()) {
                prism.close();
            }
        }
    }

    private boolean isListening() {
        return listening.isDone() && !listening.isCompletedExceptionally();
    }

    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("127.0.0.1", port);
    }

    /** Returns what the process has printed, the violations among it. */
    String output() {
        return String.join("\n", lines);
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.contains("Prism is listening")) {
                    listening.complete(null);
                }
            }
        } catch (IOException e) {
            listening.completeExceptionally(e);
        }
        listening.completeExceptionally(new IOException("the output ended"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
