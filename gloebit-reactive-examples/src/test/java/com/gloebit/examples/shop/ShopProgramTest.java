package com.gloebit.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopProgramTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesTheShopsAndTheEnvironmentVariables() {
        assertThat(execute("--help")).isZero();

        assertThat(out.toString()).contains("Usage: shop", "reactor-netty", "webflux", "GLOEBIT_SECRET");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "netty", "webflux hunter2", "webflux --secret=hunter2", "--secret=hunter2 webflux"})
    void aWrongCommandLineIsAnsweredWithUsageAndStatus2AndWithoutItsArguments(String line) {
        assertThat(execute(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);

        assertThat(err.toString()).startsWith("shop").contains("Usage: shop").doesNotContain("hunter2");
        assertThat(out.toString()).isEmpty();
    }

    private int execute(String... arguments) {
        return ShopProgram.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
