package com.gloebit.reactive.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the tests printed, read after all of them have run: an execution of Surefire of its own, so its name is none that
 * is found with the others.
 */
class ReportsCheck {
    /** A name holds a test's parameters, and some of these tests are given secrets by way of their parameters. */
    private static final Pattern NAME = Pattern.compile("<testcase name=\"[^\"]*\"");

    @Test
    void findsNoSecret() throws IOException {
        Path reports = Path.of(System.getProperty("reports", "target/surefire-reports"));

        assertThat(secretsIn(reports)).as("secrets in reports").isEmpty();
    }

    /** There are no reports if the tests that were asked for are in another module. */
    static List<String> secretsIn(Path reports) throws IOException {
        List<String> found = new ArrayList<>();
        if (Files.notExists(reports)) {
            return found;
        }
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                addSecretsIn(file, found);
            }
        }
        return found;
    }

    private static void addSecretsIn(Path file, List<String> found) throws IOException {
        String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            List<String> canaries = Canaries.in(NAME.matcher(lines[i]).replaceAll("<testcase"));
            if (!canaries.isEmpty()) {
                found.add(file.getFileName() + ":" + (i + 1) + " has " + canaries);
            }
        }
    }
}
