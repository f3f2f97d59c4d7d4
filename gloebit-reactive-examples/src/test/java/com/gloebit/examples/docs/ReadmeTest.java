package com.gloebit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.examples.quickstart.QuickStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's program, its output and its table of versions are those of the build. */
class ReadmeTest {
    private static final Path PROGRAM = Path.of("src/main/java/com/gloebit/examples/quickstart/QuickStart.java");
    private static final Pattern VERSION_ROW = Pattern.compile("^\\|[^|]*`([a-z0-9-]+)`[^|]*\\| ([0-9][^ |]*) \\|.*");
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    record TestedVersion(String artifact, String version) {}

    @Test
    void theProgramInTheReadmeIsTheFileThatIsCompiled() throws IOException {
        String file = Files.readString(PROGRAM);

        assertThat(block("```java")).isEqualTo(file.substring(file.indexOf("public final class")));
    }

    @Test
    void theProgramPrintsWhatTheReadmeShows(@TempDir Path directory) throws Exception {
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        CLASS_PATH,
                        QuickStart.class.getName())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }

        assertThat(Files.readString(output))
                .as(Files.readString(errors))
                .isEqualToNormalizingNewlines(block("```text"));
        assertThat(program.exitValue()).isZero();
    }

    static Stream<TestedVersion> testedVersions() throws IOException {
        return readme().stream()
                .flatMap(line -> VERSION_ROW.matcher(line).results())
                .map((MatchResult row) -> new TestedVersion(row.group(1), row.group(2)));
    }

    @ParameterizedTest
    @MethodSource("testedVersions")
    void aVersionInTheReadmeIsTheOneOnTheClassPath(TestedVersion tested) {
        assertThat(CLASS_PATH).contains(tested.artifact() + "-" + tested.version() + ".jar");
    }

    @Test
    void theReadmeCanBeReadInOneSitting() throws IOException {
        assertThat(readme()).hasSizeLessThanOrEqualTo(180);
    }

    /** The first block that begins with this line. */
    private static String block(String opening) throws IOException {
        List<String> lines = readme();
        int begin = lines.indexOf(opening) + 1;
        List<String> rest = lines.subList(begin, lines.size());
        return String.join("\n", rest.subList(0, rest.indexOf("```"))) + "\n";
    }

    private static List<String> readme() throws IOException {
        return Files.readAllLines(Documents.ROOT.resolve("README.md"));
    }
}
