package com.gloebit.reactive.canary;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The secrets that simulators made up, in a file for {@link ReportsCheck}, which runs in a JVM of its own. */
final class MadeSecrets {
    static final Path FILE = Path.of("target", "made-secrets");

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /** Opened with the first secret of this JVM, which forgets those of the run before. */
    private static @Nullable OutputStream out;

    private MadeSecrets() {}

    /** Not for an event loop: it writes before it returns. */
    static synchronized void add(String secret) {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("a secret that nobody looks for: not 32 hexadecimal digits");
        }
        try {
            if (out == null) {
                Files.createDirectories(FILE.toAbsolutePath().getParent());
                out = Files.newOutputStream(FILE);
            }
            out.write((secret + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of these words that are secrets. There may be millions of secrets: they are not all read at once. */
    static List<String> among(Set<String> words, Path file) throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        try (Stream<String> secrets = Files.lines(file, StandardCharsets.US_ASCII)) {
            return secrets.filter(words::contains).distinct().toList();
        }
    }
}
