package com.gloebit.reactive.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
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

    /** What may be a secret that a simulator made up, wherever it begins. */
    private static final Pattern WORD = Pattern.compile("(?=([0-9a-f]{32}))");

    private final List<String> found = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    @Test
    void noReportHasASecret() throws IOException {
        Path reports = Path.of(System.getProperty("reports", "target/surefire-reports"));

        assertThat(secretsIn(reports, MadeSecrets.FILE))
                .as("secrets in reports")
                .isEmpty();
    }

    /** There are no reports if the tests that were asked for are in another module. */
    static List<String> secretsIn(Path reports, Path made) throws IOException {
        if (Files.notExists(reports)) {
            return List.of();
        }
        ReportsCheck check = new ReportsCheck();
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                check.read(file);
            }
        }
        for (String secret : MadeSecrets.among(check.places.keySet(), made)) {
            check.found.add(check.places.get(secret) + " has " + secret);
        }
        return check.found;
    }

    /** Line by line: a long simulation prints more than fits into memory. */
    private void read(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(NAME.matcher(line).replaceAll("<testcase"), file.getFileName() + ":" + number++);
            }
        }
    }

    private void read(String line, String place) {
        List<String> canaries = Canaries.in(line);
        if (!canaries.isEmpty()) {
            found.add(place + " has " + canaries);
        }
        Matcher words = WORD.matcher(line.toLowerCase(Locale.ROOT));
        while (words.find()) {
            places.putIfAbsent(words.group(1), place);
        }
    }
}
