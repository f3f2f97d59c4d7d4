package com.gloebit.simulator.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.SampleData;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Class paths with an older version of Jackson's annotations, as with Spring Boot 3.5. */
class OlderJacksonTest {
    private static final String ANNOTATIONS = "jackson-annotations";
    private static final Path OLDER = Path.of("target", "spring-boot-3.5", "jackson-annotations-2.19.2.jar");

    @Test
    void startFailsWithInstructionsForTheVersion() throws Exception {
        assertThat(OLDER).exists();

        assertStartRefused(Stream.of(OLDER.toString()), "2.19.2");
    }

    @Test
    void startFailsWithInstructionsIfTheAnnotationsAreMissing() throws Exception {
        assertStartRefused(Stream.of(), "none");
    }

    /** Whoever changes Jackson's version reads this. */
    @Test
    void versionInTheMessageIsTheTestedVersion() throws Exception {
        assertThat(Class.forName("com.fasterxml.jackson.annotation.JsonProperty")
                        .getPackage()
                        .getImplementationVersion())
                .isEqualTo(JacksonAnnotations.NEEDED);
    }

    private static void assertStartRefused(Stream<String> annotations, String given) throws Exception {
        try (URLClassLoader loader = loader(annotations)) {
            Object builder = loader.loadClass(SampleData.class.getName())
                    .getMethod("builder")
                    .invoke(null);

            for (int time = 1; time <= 2; time++) {
                assertThatThrownBy(() -> builder.getClass().getMethod("start").invoke(builder))
                        .isInstanceOf(InvocationTargetException.class)
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("the version of jackson-annotations is " + given)
                        .hasMessageContaining("com.fasterxml.jackson.core:jackson-annotations")
                        .hasMessageContaining(JacksonAnnotations.NEEDED);
            }
        }
    }

    /** The class path of this test, with other annotations. */
    private static URLClassLoader loader(Stream<String> annotations) throws IOException {
        URL[] urls = Stream.concat(
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(path -> !path.contains(ANNOTATIONS)),
                        annotations)
                .map(OlderJacksonTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
