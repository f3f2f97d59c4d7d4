package com.gloebit.reactive.deterministic;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs ranges of seeds in several JVMs at once. Reactor's schedulers are those of a JVM, so one JVM runs one world at a time. */
final class Processes {
    private static final long LONGEST_HOURS = 12;

    private Processes() {}

    /** One JVM and the file that it writes. */
    private record Child(Process process, Path file) {}

    /** Divides the seeds among as many processes. */
    static Report run(long first, long count, int processes) {
        List<Child> children = new ArrayList<>();
        long share = (count + processes - 1) / processes;
        for (long from = first; from < first + count; from += share) {
            children.add(start(
                    Path.of(System.getProperty("java.home")), List.of(), from, Math.min(share, first + count - from)));
        }
        Report total = new Report();
        children.forEach(child -> total.add(await(child)));
        return total;
    }

    /** Runs the same seeds in a process of each Java. */
    static List<Report> runInEach(List<Path> javaHomes, List<String> options, long first, long count) {
        List<Child> children = javaHomes.stream()
                .map(home -> start(home, options, first, count))
                .toList();
        return children.stream().map(Processes::await).toList();
    }

    private static Child start(Path javaHome, List<String> options, long first, long count) {
        try {
            Path file = Files.createTempFile("seeds", ".report");
            List<String> command = new ArrayList<>(List.of(
                    javaHome.resolve("bin").resolve("java").toString(),
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    // Nobody reads the stack traces of simulated failures.
                    "-XX:-StackTraceInThrowable"));
            command.addAll(options);
            command.addAll(List.of(
                    "-cp",
                    classPath(),
                    SeedRange.class.getName(),
                    Long.toString(first),
                    Long.toString(count),
                    file.toString()));
            return new Child(new ProcessBuilder(command).inheritIO().start(), file);
        } catch (IOException e) {
            throw new IllegalStateException("a JVM cannot be started", e);
        }
    }

    /** Surefire starts its JVM with a jar that only names the class path. */
    private static String classPath() {
        String full = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, full.split(File.pathSeparator, -1));
    }

    private static Report await(Child child) {
        try {
            if (!child.process().waitFor(LONGEST_HOURS, TimeUnit.HOURS)) {
                child.process().destroyForcibly();
                throw new AssertionError("a JVM did not end within " + LONGEST_HOURS + " hours");
            }
            List<String> lines = Files.readAllLines(child.file());
            Files.deleteIfExists(child.file());
            if (lines.isEmpty()) {
                throw new AssertionError(
                        "a JVM ended without a report, with " + child.process().exitValue());
            }
            if (lines.get(0).startsWith(SeedRange.FAILED)) {
                throw new SeedFailedError(lines.get(0).substring(SeedRange.FAILED.length()));
            }
            return Report.ofLines(lines);
        } catch (IOException e) {
            throw new IllegalStateException("the report of a JVM cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A seed whose world went wrong. */
    static final class SeedFailedError extends AssertionError {
        private final long seed;

        SeedFailedError(String seedAndFailure) {
            super("seed " + seedAndFailure);
            this.seed = Long.parseLong(seedAndFailure.substring(0, seedAndFailure.indexOf(' ')));
        }

        long seed() {
            return seed;
        }
    }
}
