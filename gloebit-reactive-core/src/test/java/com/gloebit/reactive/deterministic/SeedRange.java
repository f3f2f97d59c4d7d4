package com.gloebit.reactive.deterministic;

import ch.qos.logback.classic.Level;
import com.gloebit.reactive.deterministic.World.Overrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs seeds in a JVM of its own: {@code first count file}. The file gets the report, or the first seed that fails. */
final class SeedRange {
    static final String FAILED = "failed ";

    private SeedRange() {}

    public static void main(String[] arguments) throws IOException {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        long first = Long.parseLong(arguments[0]);
        Files.write(Path.of(arguments[2]), run(LongStream.range(first, first + Long.parseLong(arguments[1]))));
    }

    private static List<String> run(LongStream seeds) {
        Report report = new Report();
        for (long seed : seeds.toArray()) {
            String failure = run(seed, report);
            if (failure != null) {
                return List.of(FAILED + seed + " " + failure);
            }
        }
        return report.toLines();
    }

    /** Returns what is wrong, or null. */
    static @Nullable String run(long seed, Report report) {
        try (World world = new World(seed, Overrides.NONE, false)) {
            world.run();
            report.add(world);
            return world.failure();
        } catch (RuntimeException | Error broken) {
            return "the simulation itself failed: " + broken;
        }
    }
}
