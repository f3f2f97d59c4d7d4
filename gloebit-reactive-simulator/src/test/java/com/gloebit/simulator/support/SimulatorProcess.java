package com.gloebit.simulator.support;

import com.gloebit.simulator.program.SimulatorProgram;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program as a process, with what it has printed once it is ready. */
public final class SimulatorProcess implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final List<String> lines;

    private SimulatorProcess(Process process) throws Exception {
        this.process = process;
        try {
            this.lines =
                    CompletableFuture.supplyAsync(() -> untilReady(process)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    public static SimulatorProcess start(String... options) throws Exception {
        return start(List.of("-cp", System.getProperty("java.class.path"), SimulatorProgram.class.getName()), options);
    }

    /** From the class path that the build writes for the scripts. */
    public static SimulatorProcess startAsModule(String... options) throws Exception {
        Path target = Path.of("target");
        String path = target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("runtime.class-path")).strip();
        return start(
                List.of(
                        "-p",
                        path,
                        "--add-modules",
                        "info.picocli",
                        "-m",
                        "com.gloebit.simulator/" + SimulatorProgram.class.getName()),
                options);
    }

    private static SimulatorProcess start(List<String> program, String... options) throws Exception {
        // Netty loads native code.
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program);
        command.addAll(List.of(options));
        return new SimulatorProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    public List<String> lines() {
        return lines;
    }

    public URI uri(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> URI.create(line.substring(name.length()).strip()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + lines));
    }

    /** Sends SIGTERM and tells the exit status. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return exitStatus();
    }

    /** Waits for the end. */
    public int exitStatus() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Everything, if the process ends before it is ready. */
    private static List<String> untilReady(Process process) {
        List<String> read = new ArrayList<>();
        try {
            BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
            String line = reader.readLine();
            while (line != null) {
                read.add(line);
                line = line.startsWith("Runs until") ? null : reader.readLine();
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
