package com.gloebit.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.story.PurchaseDemo;
import com.gloebit.examples.demo.tour.Tour;
import com.gloebit.examples.demo.visit.Visit;
import com.gloebit.reactive.settings.GloebitEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {
    private static final Map<String, String> SECRET = Map.of("GLOEBIT_SECRET", "s3cret");

    @Test
    void purchasesUnlessToldOtherwise() {
        assertThat(parse("")).isEqualTo(new PurchaseDemo(2000, false));
        assertThat(parse("20000")).isEqualTo(new PurchaseDemo(20_000, false));
        assertThat(parse("--meters")).isEqualTo(new PurchaseDemo(2000, true));
        assertThat(parse("3 --meters")).isEqualTo(new PurchaseDemo(3, true));
        assertThat(parse("--tour")).isEqualTo(new Tour());
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
        Visit visit = (Visit) parse("--environment sandbox", Map.of("GLOEBIT_KEY", "shop", "GLOEBIT_SECRET", "s3cret"));

        assertThat(visit.secrets().key()).isEqualTo("shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--tour 5;do not go together",
                "5 --tour;do not go together",
                "--tour --meters;do not go together",
                "5 5;do not go together",
                "--tour=5;takes no value",
                "--key shop;Missing required argument(s): --environment",
                "--environment;Missing required parameter for option '--environment'",
                "--environment sandbox --environment sandbox;one of them is given twice",
                "--environment production --key shop;--environment': production; sandbox or",
                "--environment http://gloebit.example --key shop;https except for 127.0.0.1",
                "--environment sandbox --tour;do not go together",
                "--environment sandbox --kay shop;--kay is no option",
                "--environment sandbox --key shop --wait 0;--wait': 0",
                "--environment sandbox --key shop --wait 3601;--wait': 3601",
                "--environment sandbox;neither --key nor the environment variable GLOEBIT_KEY",
                "--environment sandbox --key shop --redirect-uri https://127.0.0.1:1/;--redirect-uri': https",
                "--environment sandbox --key shop --redirect-uri http://shop.example:80/;--redirect-uri': http",
                "--environment sandbox --key shop --redirect-uri http://127.0.0.1/;with a port",
                "--environment sandbox --key shop --redirect-uri http://127.0.0.1:80/?a=b;without a query",
                "--environment sandbox --key shop --redirect-uri ::;--redirect-uri': ::",
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
                "--tour=hunter2",
                "--environment sandbox -hunter2",
                "--secret=hunter2"
            })
    void whatMayBeASecretIsNotRepeated(String arguments) {
        assertThat(wrong(arguments, SECRET)).contains("Usage: demo").doesNotContain("hunter2");
    }

    private static Mode parse(String arguments) {
        return parse(arguments, SECRET);
    }

    private static Mode parse(String arguments, Map<String, String> variables) {
        List<Mode> asked = new ArrayList<>();
        StringWriter err = new StringWriter();

        int status = execute(arguments, variables, asked, err);

        assertThat(status).as(err.toString()).isZero();
        assertThat(asked).hasSize(1);
        return asked.get(0);
    }

    private static void fails(String arguments, Map<String, String> variables, String message) {
        assertThat(wrong(arguments, variables))
                .startsWith("demo: ")
                .contains(message)
                .contains("Usage: demo");
    }

    /** What is printed of a wrong command line. */
    private static String wrong(String arguments, Map<String, String> variables) {
        List<Mode> asked = new ArrayList<>();
        StringWriter err = new StringWriter();

        assertThat(execute(arguments, variables, asked, err)).isEqualTo(2);

        assertThat(asked).isEmpty();
        return err.toString();
    }

    private static int execute(String arguments, Map<String, String> variables, List<Mode> asked, StringWriter err) {
        return DemoCommand.line(variables, mode -> {
                    asked.add(mode);
                    return 0;
                })
                .setErr(new PrintWriter(err))
                .execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    }
}
