package com.gloebit.reactive.deterministic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Seeds that have failed once. Every run begins with them. */
final class KnownSeeds {
    private KnownSeeds() {}

    static List<Long> read() {
        return lines("known-seeds.txt").stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .map(Long::valueOf)
                .toList();
    }

    /** The lines of a resource, without comments. */
    static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(KnownSeeds.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }
}
