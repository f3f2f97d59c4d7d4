package com.gloebit.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.story.PurchaseDemo;
import com.gloebit.examples.demo.tour.Tour;
import com.gloebit.examples.demo.visit.Visit;
import com.gloebit.reactive.settings.GloebitEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Map<String, String> SECRET = Map.of("GLOEBIT_SECRET", "s3cret");

    @Test
    void purchasesUnlessToldOtherwise() {
        assertThat(parse("")).isEqualTo(new PurchaseDemo(2000));
        assertThat(parse("20000")).isEqualTo(new PurchaseDemo(20_000));
        assertThat(parse("--tour")).isEqualTo(new Tour());
        assertThat(parse("--help")).isEqualTo(new Usage());
    }

    @Test
    void manyPurchasesMayTakeLonger() {
        assertThat(parse("100000").longest()).isGreaterThan(Duration.ofMinutes(15));
    }

    @Test
    void aVisitOfTheSandbox() {
        Visit visit = (Visit) parse("--environment sandbox --key shop");

        assertThat(visit.environment()).isEqualTo(GloebitEnvironment.SANDBOX);
        assertThat(visit.secrets().key()).isEqualTo("shop");
        assertThat(visit.secrets().secret()).isEqualTo("s3cret");
        assertThat(visit.redirectUri().uri()).isEqualTo(URI.create("http://127.0.0.1:8080/callback"));
        assertThat(visit.waiting()).isEqualTo(Duration.ofMinutes(5));
        assertThat(visit.toString()).doesNotContain("s3cret");
    }

    @Test
    void aVisitElsewhereWithEverythingSaid() {
        Visit visit = (Visit) parse(
                "--wait=7 --redirect-uri http://localhost:9000/ --key=shop --environment https://gloebit.example");

        assertThat(visit.environment().baseUri()).isEqualTo(URI.create("https://gloebit.example/"));
        assertThat(visit.redirectUri().uri()).hasPort(9000);
        assertThat(visit.waiting()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void theKeyFromTheEnvironment() {
        Visit visit = (Visit) CommandLine.parse(
                List.of("--environment", "sandbox"), Map.of("GLOEBIT_KEY", "shop", "GLOEBIT_SECRET", "s3cret"));

        assertThat(visit.secrets().key()).isEqualTo("shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--tour 5;more follows --tour",
                "5 --tour;more follows 5",
                "--key shop;--key without --environment",
                "--environment;--environment has no value",
                "--environment sandbox --environment sandbox;--environment is given twice",
                "--environment production --key shop;--environment is production",
                "--environment http://gloebit.example --key shop;https except for 127.0.0.1",
                "--environment sandbox --tour;--tour is no option here",
                "--environment sandbox --key shop --wait 0;--wait is 0",
                "--environment sandbox --key shop --wait 3601;--wait is 3601",
                "--environment sandbox;neither --key nor the environment variable GLOEBIT_KEY",
                "--environment sandbox --key shop --redirect-uri https://127.0.0.1:1/;--redirect-uri is https",
                "--environment sandbox --key shop --redirect-uri http://shop.example:80/;--redirect-uri is http",
                "--environment sandbox --key shop --redirect-uri http://127.0.0.1/;with a port",
                "--environment sandbox --key shop --redirect-uri http://127.0.0.1:80/?a=b;without a query",
                "--environment sandbox --key shop --redirect-uri ::;--redirect-uri is ::",
            })
    void whatCannotBeFollowed(String arguments, String message) {
        fails(arguments, SECRET, message);
    }

    @Test
    void noSecret() {
        fails("--environment sandbox --key shop", Map.of(), "GLOEBIT_SECRET is not set");
        fails("--environment sandbox --key shop", Map.of("GLOEBIT_SECRET", ""), "GLOEBIT_SECRET is not set");
    }

    @Test
    void aSecretThatIsNoneIsNotRepeated() {
        fails(
                "--environment sandbox --key shop",
                Map.of("GLOEBIT_SECRET", "two words"),
                "GLOEBIT_SECRET has 9 characters; 1 to 4096 of visible ASCII are allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--environment sandbox --secret=hunter2",
                "--environment sandbox --secret hunter2",
                "--environment sandbox hunter2",
                "--tour hunter2",
                "--secret=hunter2"
            })
    void whatMayBeASecretIsNotRepeated(String arguments) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(arguments))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hunter2"));
    }

    private static Mode parse(String arguments) {
        return CommandLine.parse(split(arguments), SECRET);
    }

    private static void fails(String arguments, Map<String, String> variables, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CommandLine.parse(split(arguments), variables))
                .withMessageContaining(message);
    }

    private static List<String> split(String arguments) {
        return arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
    }
}
