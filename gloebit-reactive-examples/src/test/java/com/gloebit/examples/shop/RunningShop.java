package com.gloebit.examples.shop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A sample application in a process of its own, with the class path of {@code ./shop}, configured by its environment. */
final class RunningShop {
    private static final Pattern OPEN = Pattern.compile("Open at|Started \\w+ in");
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> open = new CompletableFuture<>();
    private final CompletableFuture<Void> reading;

    private RunningShop(Process process) {
        this.process = process;
        this.reading = CompletableFuture.runAsync(this::read, task -> new Thread(task, "shop output").start());
    }

    /** Waits until it listens. */
    static RunningShop start(Class<?> application, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        "target/classes" + File.pathSeparator
                                + Files.readString(Path.of("target", "runtime.class-path")),
                        application.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        RunningShop shop = new RunningShop(builder.start());
        if (!shop.open
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get()) {
            throw new IllegalStateException(application + " did not open: " + shop.stop());
        }
        return shop;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (OPEN.matcher(line).find()) {
                    open.complete(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.complete(false);
        }
    }

    /** Asks it to end, as a service manager does, and waits for that: what it printed in its life. */
    List<String> stop() throws Exception {
        process.destroy();
        try {
            reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
        return output;
    }
}
