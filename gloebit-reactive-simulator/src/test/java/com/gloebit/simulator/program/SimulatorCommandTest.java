package com.gloebit.simulator.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.SampleData;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyOptionIsParsed() {
        Options options = parse(
                "--port",
                "8090",
                "--tls",
                "--certificate=service.pem",
                "--account",
                "ada:100",
                "--account=a:b:0.5",
                "--product",
                "Sword:25",
                "--product",
                "Torch:1.5:grantable:unavailable:limit=9",
                "--application",
                "shop",
                "--redirect",
                "https://shop.example/",
                "--any-loopback-port",
                "--open",
                "reused-code-keeps-token",
                "--open",
                "INSUFFICIENT_BALANCE_QUEUES");

        assertThat(options.port()).isEqualTo(8090);
        assertThat(options.tls()).isTrue();
        assertThat(options.certificate()).contains(Path.of("service.pem"));
        assertThat(options.accounts())
                .containsExactly(entry("ada", new BigDecimal("100")), entry("a:b", new BigDecimal("0.5")));
        assertThat(options.products())
                .containsExactly(
                        Product.of("Sword", new BigDecimal("25")),
                        Product.of("Torch", new BigDecimal("1.5"))
                                .withGrantable(true)
                                .withAvailable(false)
                                .withLimit(9));
        assertThat(options.open())
                .containsExactlyInAnyOrder(
                        OpenBehaviour.REUSED_CODE_KEEPS_TOKEN, OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES);
        assertThat(options.chosenApplications(Map.of(Options.SECRET_VARIABLE, "hush")))
                .containsExactly(Application.of("shop", "hush", URI.create("https://shop.example/"))
                        .withAnyLoopbackPort(true));
    }

    @Test
    void defaultIsTheSampleData() {
        Options options = parse();

        assertThat(options.port()).isZero();
        assertThat(options.tls()).isFalse();
        assertThat(options.chosenAccounts()).isEqualTo(SampleData.accounts());
        assertThat(options.chosenProducts()).isEqualTo(SampleData.products());
        assertThat(options.chosenApplications(Map.of())).containsExactly(SampleData.application());
    }

    @Test
    void portsAreComparedWhereTheCommandLineNamesARedirect() {
        URI redirect = URI.create("http://127.0.0.1:8080/");
        Options options = parse("--redirect", redirect.toString());

        assertThat(options.chosenApplications(Map.of()))
                .containsExactly(Application.of("test-application", "s3cr3t", redirect));
    }

    @Test
    void anyLoopbackPortIsTakenWhereItNamesNone() {
        Options options = parse("--application", "shop");

        assertThat(options.chosenApplications(Map.of(Options.SECRET_VARIABLE, "hush")))
                .containsExactly(
                        Application.of("shop", "hush", URI.create("http://localhost/"), URI.create("http://127.0.0.1/"))
                                .withAnyLoopbackPort(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1|--prot is no option",
                "8090|belongs to no option",
                "--secret=hush|--secret is no option",
                "--port|Missing required parameter for option '--port'",
                "--port many|'--port': many; 0 (any free port) to 65535 is allowed",
                "--port 65536|'--port': 65536",
                "--port=|'--port': ; 0",
                "--application=|the value is blank",
                "--any-loopback-port=8080|--any-loopback-port takes no value",
                "--tls=yes|--tls takes no value",
                "--certificate a.pem|Missing required argument(s): --tls",
                "--account ada|ada; NAME:BALANCE is allowed",
                "--account :5|: :5",
                "--account ada:-5|: ada:-5",
                "--account ada:1e9|: ada:1e9",
                "--account ada:1 --account ada:2|--account is ada, which was given before",
                "--product Sword|: Sword; NAME:PRICE is allowed",
                "--product Sword:dear|: Sword:dear",
                "--product Sword:1:free|: Sword:1:free",
                "--product Sword:1:limit=0|: Sword:1:limit=0",
                "--product Sword:1 --product Sword:2|--product is Sword, which was given before",
                "--application shop|GLOEBIT_SIMULATOR_SECRET",
                "--application shop --application shop|--application is shop, which was given before",
                "--redirect /relative|: /relative; an absolute URI is allowed",
                "--redirect ht!tp|: ht!tp",
                "--open all|: all; allowed are known-transaction-answers-success"
            })
    void whatCannotBeFollowedIsAnsweredWithUsageAndStatus2(String line, String message) {
        assertThat(run(line)).isEqualTo(2);

        assertThat(text(err))
                .startsWith("simulator: ")
                .contains(message)
                .contains("Usage: simulator", "--port=N")
                .doesNotContain("hush");
        assertThat(text(out)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--help", "-h", "--tls --help"})
    void helpGoesToStandardOutput(String line) {
        assertThat(run(line)).isZero();

        assertThat(text(out)).startsWith("Usage: simulator").contains("known-transaction-answers-success");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aCertificateThatCannotBeWrittenEndsWithStatus1() {
        assertThat(run("--tls --certificate no-such-directory/a.pem")).isEqualTo(1);

        assertThat(text(err)).contains("cannot start", "no-such-directory");
    }

    private static Options parse(String... arguments) {
        List<Options> asked = new ArrayList<>();
        int status = SimulatorCommand.line(options -> {
                    asked.add(options);
                    return 0;
                })
                .execute(arguments);
        assertThat(status).isZero();
        return asked.get(0);
    }

    private int run(String line) {
        return new SimulatorProgram(
                        Map.of(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(line.split(" ")));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
