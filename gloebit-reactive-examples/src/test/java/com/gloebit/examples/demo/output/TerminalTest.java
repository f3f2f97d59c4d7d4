package com.gloebit.examples.demo.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final String ESCAPE = "\u001b[";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void colourAndALiveBarOnATerminal() {
        Terminal terminal = Terminal.live(out);

        assertThat(terminal.bad("no")).startsWith(ESCAPE);
        assertThat(progressOn(terminal))
                .contains("\r  [", "50 %, 4 of 8", "100 %, 8 of 8")
                .containsOnlyOnce(System.lineSeparator());
    }

    @Test
    void plainLinesInAPipe() {
        assertThat(progressOn(Terminal.plain(out))).isEqualToNormalizingNewlines("""
                          progress    25 %, 2 of 8
                          progress    50 %, 4 of 8
                          progress    75 %, 6 of 8
                          progress    100 %, 8 of 8
                        """);
    }

    private String progressOn(Terminal terminal) {
        ProgressBar progress = new ProgressBar(terminal, 8);
        for (int i = 0; i < 8; i++) {
            progress.step();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
