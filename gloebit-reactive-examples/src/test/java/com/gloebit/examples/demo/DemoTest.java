package com.gloebit.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.BooksDoNotAddUpException;
import com.gloebit.examples.demo.shop.Shop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class DemoTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errorBytes = new ByteArrayOutputStream();
    private final Demo demo = new Demo(
            Map.of(),
            Terminal.plain(new PrintStream(bytes, true, StandardCharsets.UTF_8)),
            new PrintStream(errorBytes, true, StandardCharsets.UTF_8));

    @Test
    void runsAndProves() {
        int status = demo.run("200", "--meters");

        assertThat(output())
                .contains("gives Credential[scopes=user inventory balance transact]")
                .contains("order-1 is HELD, balance 794", "order-1, and delivered")
                .contains("order-2 is HELD, balance 744", "order-2, and delivered")
                .contains("stage ENACT, failure INSUFFICIENT_FUNDS (601), outcome NOT_DONE")
                .contains("order-4 is HELD, balance 731.75")
                .contains("settlement  TransactionCancelledException, outcome NOT_DONE")
                .contains("order-4: 1 x lantern, amount 12.25, fee 0.245, CANCELLED")
                .contains("not charged: balance 744, as before")
                .contains("order-5 is QUEUED, reason resubmitted, after 2 requests")
                .contains("charged once: balance 744 - 12.25 = 731.75")
                .contains("order-6: 1 x lantern, amount 12.25, fee 0.245, COMMITTED")
                .contains("charged once: balance 731.75 - 12.25 = 719.5")
                .contains("order-7 has none, outcome UNKNOWN, after 1 request")
                .contains("charged once: balance 719.5 - 12.25 = 707.25")
                .contains("100 %, 200 of 200")
                .containsPattern("p50 \\d+\\.\\d ms, p99 \\d+\\.\\d ms")
                .contains("200 purchases, 200 bookings, each id once, each over 1.5")
                .containsPattern("endpoint=transact outcome=done +205 ")
                .containsPattern("answer=yes step=consume +205 ")
                .contains("800 in all = 407.25 Ada's + 384.895 the shop's + 7.855 fees")
                .contains("205 bookings over 392.75, 1 rolled back; no departure from the protocol")
                .contains("205 paid, 205 delivered, each once")
                .doesNotContain("FAILED");
        assertThat(status).isZero();
    }

    @Test
    void explainsItsWordsFirstAndShowsNoMetersUnlessAskedTo() throws IOException {
        demo.run("1");

        List<String> lines = output().lines().toList();
        assertThat(lines.get(0)).isEqualTo("gloebit-reactive: the demo");
        assertThat(lines.subList(4, 8))
                .extracting(line -> line.substring(0, 12).strip())
                .containsExactly("hold", "enact", "consume", "in doubt");
        assertThat(lines.get(lines.size() - 1)).endsWith("6 paid, 6 delivered, each once");
        assertThat(output()).doesNotContain("endpoint=");
        assertThat(Files.readString(Path.of("..", "docs", "demo.md"))).contains(String.join("\n", lines.subList(3, 8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "de-DE", "hi-IN-u-nu-deva"})
    void writesNumbersAlikeEverywhere(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(demo.run("3")).isZero();
        } finally {
            Locale.setDefault(before);
        }

        assertThat(output())
                .contains("failure INSUFFICIENT_FUNDS (601)", "100 %, 3 of 3", "3 purchases, 3 bookings", "8 paid")
                .containsPattern("p50 \\d+\\.\\d ms, p99 \\d+\\.\\d ms")
                .doesNotContainPattern("[\\p{Nd}&&[^0-9]]");
    }

    @Test
    void showsNoSecretAndNoEscapeCode() {
        demo.run("1");

        assertThat(output())
                .contains("code=...&state=...")
                .doesNotContain(Shop.PASSWORD)
                .doesNotContainPattern("code=[^.]")
                .doesNotContain("\u001b")
                .doesNotContain("\r ");
    }

    @Test
    void endsWithStatusOneIfTheBooksDoNotAddUp() {
        int status = demo.run(failing(new BooksDoNotAddUpException("order-4 has 2 bookings")));

        assertThat(status).isEqualTo(1);
        assertThat(output()).isEqualToNormalizingNewlines("PROOF FAILED: order-4 has 2 bookings\n");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(demo.run("--help")).isZero();

        assertThat(output()).startsWith("Usage: demo ").contains("--meters", "--tour", "GLOEBIT_SECRET");
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "many", "100001", ""})
    void refusesAnotherNumberOfPurchases(String purchases) {
        assertThat(demo.run(purchases)).isEqualTo(2);

        assertThat(output()).isEmpty();
        assertThat(errors())
                .startsWith("demo: ")
                .contains("PURCHASES is \"" + purchases + "\"; a number from 1 to 100000 is allowed");
    }

    private static Mode failing(RuntimeException failure) {
        return new Mode() {
            @Override
            public Duration longest() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Flux<String> lines(Terminal terminal) {
                return Flux.error(failure);
            }
        };
    }

    private String errors() {
        return errorBytes.toString(StandardCharsets.UTF_8);
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
