package com.gloebit.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running {@link ShopProgram}. */
final class Shop implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Shop(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ShopProgram.class.getName());
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "shop-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException killed) {
            lines.add("(the end)");
        }
    }

    /** Waits until it prints a line. */
    void awaitLine(String line) throws InterruptedException {
        StringBuilder read = new StringBuilder();
        for (String next = ""; !next.equals(line); read.append(next).append('\n')) {
            next = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("a line after %s", read).isNotNull();
        }
    }

    /** SIGKILL: nothing of it runs any more, not even a shutdown hook. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(KILLED);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
