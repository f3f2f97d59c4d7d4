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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyOptionIsParsed() {
        Options options = CommandLine.parse(List.of(
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
                "INSUFFICIENT_BALANCE_QUEUES"));

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
        Options options = CommandLine.parse(List.of());

        assertThat(options.port()).isZero();
        assertThat(options.tls()).isFalse();
        assertThat(options.chosenAccounts()).isEqualTo(SampleData.accounts());
        assertThat(options.chosenProducts()).isEqualTo(SampleData.products());
        assertThat(options.chosenApplications(Map.of())).containsExactly(SampleData.application());
    }

    @Test
    void portsAreComparedWhereTheCommandLineNamesARedirect() {
        URI redirect = URI.create("http://127.0.0.1:8080/");
        Options options = CommandLine.parse(List.of("--redirect", redirect.toString()));

        assertThat(options.chosenApplications(Map.of()))
                .containsExactly(Application.of("test-application", "s3cr3t", redirect));
    }

    @Test
    void anyLoopbackPortIsTakenWhereItNamesNone() {
        Options options = CommandLine.parse(List.of("--application", "shop"));

        assertThat(options.chosenApplications(Map.of(Options.SECRET_VARIABLE, "hush")))
                .containsExactly(
                        Application.of("shop", "hush", URI.create("http://localhost/"), URI.create("http://127.0.0.1/"))
                                .withAnyLoopbackPort(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1|the option is --prot",
                "8090|the option is 8090",
                "--port|--port has no value",
                "--port many|--port is many; 0 (any free port) to 65535 is allowed",
                "--port 65536|--port is 65536",
                "--port=|--port is blank",
                "--any-loopback-port=8080|the option is --any-loopback-port=8080; it is allowed without a value",
                "--tls=yes|the option is --tls=yes; it is allowed without a value",
                "--certificate a.pem|--certificate is given without --tls",
                "--account ada|--account is ada; NAME:BALANCE is allowed",
                "--account :5|--account is :5",
                "--account ada:-5|--account is ada:-5",
                "--account ada:1e9|--account is ada:1e9",
                "--account ada:1 --account ada:2|--account is ada:2, a name given before",
                "--product Sword|--product is Sword; NAME:PRICE is allowed",
                "--product Sword:dear|--product is Sword:dear",
                "--product Sword:1:free|--product is Sword:1:free",
                "--product Sword:1:limit=0|--product is Sword:1:limit=0",
                "--product Sword:1 --product Sword:2|--product is Sword, a name given before",
                "--application shop|GLOEBIT_SIMULATOR_SECRET",
                "--application shop --application shop|--application is shop, a key given before",
                "--redirect /relative|--redirect is /relative; an absolute URI is allowed",
                "--redirect ht!tp|--redirect is ht!tp",
                "--open all|--open is all; allowed are known-transaction-answers-success"
            })
    void invalidArgumentsPrintUsageAndEndWithStatus2(String line, String message) throws InterruptedException {
        assertThat(run(line)).isEqualTo(2);

        assertThat(text(err)).startsWith("simulator: ").contains(message).contains("usage: simulator", "--port N");
        assertThat(text(out)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--help", "-h", "--tls --help"})
    void helpGoesToStandardOutput(String line) throws InterruptedException {
        assertThat(run(line)).isZero();

        assertThat(text(out)).startsWith("usage: simulator").contains("known-transaction-answers-success");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aCertificateThatCannotBeWrittenEndsWithStatus1() throws InterruptedException {
        assertThat(run("--tls --certificate no-such-directory/a.pem")).isEqualTo(1);

        assertThat(text(err)).contains("cannot start", "no-such-directory");
    }

    private int run(String line) throws InterruptedException {
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
