package com.gloebit.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, whose environment decides. {@code CLICOLOR_FORCE} stands for a terminal. */
class ColourTest {
    private static final String ESCAPE = "\u001b[";

    @TempDir
    private Path directory;

    @Test
    void noColourInAPipe() throws Exception {
        assertThat(help(Map.of())).contains("Usage: ").doesNotContain(ESCAPE);
    }

    @Test
    void colourOnATerminal() throws Exception {
        assertThat(help(Map.of("CLICOLOR_FORCE", "1"))).contains(ESCAPE);
    }

    @Test
    void noColourWithNoColor() throws Exception {
        assertThat(help(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")))
                .contains("Usage: ")
                .doesNotContain(ESCAPE);
    }

    @Test
    void noColourOnADumbTerminal() throws Exception {
        assertThat(help(Map.of("CLICOLOR_FORCE", "1", "TERM", "dumb")))
                .contains("Usage: ")
                .doesNotContain(ESCAPE);
    }

    private String help(Map<String, String> environment) throws Exception {
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.console=java.base",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Demo.class.getName(),
                        "--help")
                .redirectOutput(output.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.equals("NO_COLOR") || name.startsWith("CLICOLOR"));
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        Process demo = builder.start();
        try {
            assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            demo.destroyForcibly();
        }
        return Files.readString(output);
    }
}
