package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the switches with the list of open questions in the documents. */
class OpenBehaviourTest {
    private static final Path DOCS = Path.of("").toAbsolutePath().resolveSibling("docs/wire-contract.md");
    private static final Pattern SWITCH = Pattern.compile("`([A-Z0-9]+(?:_[A-Z0-9]+)+)`");

    @Test
    void documentsListExactlyTheSwitches() throws IOException {
        String questions = Files.readString(DOCS).split("## Open questions", 2)[1];

        assertThat(SWITCH.matcher(questions).results().map((MatchResult found) -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(OpenBehaviour.values()).map(Enum::name).toList());
    }
}
