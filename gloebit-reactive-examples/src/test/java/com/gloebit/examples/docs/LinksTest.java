package com.gloebit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link from one of the project's documents to another leads somewhere, down to the heading. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");

    record Link(Path from, String to, String heading) {}

    static Stream<Link> links() throws IOException {
        return Documents.all().stream().flatMap(document -> {
            Path from = Documents.ROOT.resolve(document.name());
            return document.lines().stream()
                    .flatMap(line -> LINK.matcher(line).results())
                    .map(found -> link(from, found));
        });
    }

    private static Link link(Path from, MatchResult found) {
        String heading = found.group(2);
        return new Link(from, found.group(1), heading == null ? "" : heading);
    }

    @ParameterizedTest
    @MethodSource("links")
    void leadsSomewhere(Link link) throws IOException {
        Path target = link.to().isEmpty() ? link.from() : link.from().resolveSibling(link.to());

        assertThat(target).exists();
        if (!link.heading().isEmpty()) {
            assertThat(headings(Files.readAllLines(target))).contains(link.heading());
        }
    }

    private static List<String> headings(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_ -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toList());
    }
}
