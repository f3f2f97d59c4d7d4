package com.gloebit.reactive.canary;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.wire.support.Given;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The guard is awake: were it not, every other test would pass over a secret. */
class CanaryGuardTest {
    private static final org.slf4j.Logger CLIENTS = LoggerFactory.getLogger(GloebitClient.class);

    @Test
    void theGuardFindsASecretInAMessageOfTheLowestLevel() {
        CLIENTS.trace("the token is {}", Given.TOKEN);

        assertThat(CanaryAppender.found()).singleElement().asString().contains(Given.TOKEN);
    }

    @Test
    void theGuardFindsASecretInTheCauseOfALoggedFailure() {
        CanaryAppender appender = new CanaryAppender();
        appender.start();
        Throwable failure = new IllegalStateException(new IllegalStateException(Given.SECRET));

        // Not by way of the logger: the console would print it, and the reports are read, too.
        appender.doAppend(new LoggingEvent("here", (Logger) CLIENTS, Level.WARN, "failed", failure, new Object[0]));

        assertThat(CanaryAppender.found()).singleElement().asString().contains(Given.SECRET);
    }

    @Test
    void theGuardFindsASecretInATag() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        meters.counter("calls", "user", Given.USERNAME).increment();

        assertThat(Canaries.in(meters)).containsExactly(Given.USERNAME);
    }

    @Test
    void theGuardFindsASecretInATagOfARemovedMeter() {
        SimpleMeterRegistry meters = CanaryMeters.watched();
        meters.remove(meters.counter("calls", "user", Given.USERNAME));

        assertThat(CanaryMeters.found()).singleElement().asString().contains(Given.USERNAME);
    }

    @Test
    void theGuardFindsASecretInASuppressedFailure() {
        Throwable failure = new IllegalStateException("failed");
        failure.addSuppressed(new IllegalStateException(Given.CODE));

        assertThat(Canaries.in(Canaries.printed(failure))).containsExactly(Given.CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization: Bearer abcdefgh1234",
                "client_id=k&client_secret=x",
                "\"client_secret\":\"x\"",
                "GET /holds/enact/b3JkZXItMQ/0123456789012345678901234567890123456789012",
                "?code=c&state=MTcwMDAwMDkwMApodHRwcw.x"
            })
    void theGuardFindsTheFormOfAnUnknownSecret(String text) {
        assertThat(Canaries.in(text)).hasSize(1);
    }

    @Test
    void theReportsCheckFindsASecretInAReport(@TempDir Path reports) throws Exception {
        Files.writeString(reports.resolve("x-output.txt"), "fine\n... " + Given.TOKEN + "\n");
        Files.writeString(reports.resolve("TEST-x.xml"), "<system-out>" + Given.SESSION + "</system-out>\n");
        Files.writeString(reports.resolve("TEST-y.xml"), "<testcase name=\"" + Given.SESSION + "\" time=\"1\">\n");

        assertThat(ReportsCheck.secretsIn(reports, reports.resolve("none")))
                .hasSize(2)
                .allMatch(line -> line.contains("x-output.txt:2") || line.contains("TEST-x.xml:1"));
    }

    @Test
    void theReportsCheckFindsASecretOfAnotherJvm(@TempDir Path reports, @TempDir Path others) throws Exception {
        String secret = "0123456789abcdef0123456789abcdef";
        Path made = Files.writeString(others.resolve("made"), "f".repeat(32) + "\n" + secret + "\n");
        Files.writeString(reports.resolve("x-output.txt"), "fine\n0000" + secret.toUpperCase(Locale.ROOT) + "x\n");

        assertThat(ReportsCheck.secretsIn(reports, made))
                .singleElement()
                .asString()
                .contains("x-output.txt:2", secret);
    }

    @Test
    void aMadeSecretIsKnownToOtherJvms() throws Exception {
        String secret = "fedcba9876543210fedcba9876543210";
        Canaries.gone(Canaries.made(secret));

        assertThat(MadeSecrets.among(Set.of(secret, "f".repeat(32)), MadeSecrets.FILE))
                .containsExactly(secret);
    }
}
