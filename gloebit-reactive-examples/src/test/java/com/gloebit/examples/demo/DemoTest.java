package com.gloebit.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Terminal terminal = Terminal.plain(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void runsAndProves() {
        int status = Demo.run(terminal, "200");

        assertThat(output())
                .contains("gives Credential[scopes=user inventory balance transact]")
                .contains("order-1 is HELD, balance 794")
                .contains("order-2 is HELD, balance 744")
                .contains("stage ENACT, failure INSUFFICIENT_FUNDS (601), outcome NOT_DONE")
                .contains("order-4 is QUEUED after 2 requests, reason resubmitted")
                .contains("charged once: balance 744 - 12.25 = 731.75")
                .contains("order-5: 1 x lantern, amount 12.25, fee 0.245, COMMITTED")
                .contains("charged once: balance 731.75 - 12.25 = 719.5")
                .contains("100 %, 200 of 200")
                .containsPattern("p50 \\d+\\.\\d ms, p99 \\d+\\.\\d ms")
                .contains("200 purchases, 200 bookings, each id once, each over 1.5")
                .containsPattern("endpoint=transact outcome=done +204 ")
                .contains("800 at first = 419.5 Ada's + 372.89 the shop's + 7.61 fees")
                .contains("204 bookings over 380.5; no departure from the protocol")
                .doesNotContain("FAILED");
        assertThat(status).isZero();
    }

    @Test
    void showsNoSecretAndNoEscapeCode() {
        Demo.run(terminal, "1");

        assertThat(output())
                .contains("code=...&state=...")
                .doesNotContain(Shop.PASSWORD)
                .doesNotContainPattern("code=[^.]")
                .doesNotContain("\u001b")
                .doesNotContain("\r ");
    }

    @Test
    void endsWithStatusOneIfTheBooksDoNotAddUp() {
        int status = Demo.status(terminal, () -> {
            throw new BooksDoNotAddUpException("order-4 has 2 bookings");
        });

        assertThat(status).isEqualTo(1);
        assertThat(output()).isEqualToNormalizingNewlines("PROOF FAILED: order-4 has 2 bookings\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1000001", ""})
    void refusesAnotherNumberOfPurchases(String purchases) {
        assertThat(Demo.run(terminal, purchases)).isEqualTo(1);

        assertThat(output())
                .startsWith("DEMO FAILED")
                .contains("purchases is \"" + purchases + "\"; a number from 1 to 1000000 is allowed");
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
