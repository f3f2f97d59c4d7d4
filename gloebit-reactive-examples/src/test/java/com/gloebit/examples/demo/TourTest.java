package com.gloebit.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Shop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TourTest {
    private static final Path CONTRACT = Path.of("..", "docs", "wire-contract.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (?:GET|POST|PUT) `");

    @Test
    void callsEveryEndpointAndProves() throws IOException {
        String output = tour();

        List<String> endpoints = ROW.matcher(Files.readString(CONTRACT))
                .results()
                .map(MatchResult::group)
                .map(row -> row.replaceAll("^\\| `|` .*$", ""))
                .toList();
        assertThat(endpoints).contains("transact", "delete-item");
        assertThat(output).contains(endpoints.size() + " endpoints were called");
        assertThat(output.substring(output.indexOf("endpoints were called")).split("\\s+"))
                .containsAll(endpoints);
    }

    @Test
    void showsWhatEachCallGave() {
        assertThat(tour())
                .contains("user        ada, id ")
                .containsPattern("return-to=http%3A%2F%2F127\\.0\\.0\\.1%3A\\d+%2Fgloebit%2Fthanks")
                .contains("browser     log in, buy 20")
                .contains("balance     520 gloebits")
                .contains("callback#token=...&state=...", "has Credential[scopes=balance]")
                .contains("consume 1   2 x Torch")
                .contains("set to 7    7 x " + "50% off/ü \"..\" & more?")
                .contains("create      Lovelace {level=12, skills={algebra=[1, 2.5, poetry]}}")
                .contains("update      Lovelace {level=13, skills={algebra=[1, 2.5, poetry]}}")
                .contains("order-6 is HELD, 1 x " + Shop.PRODUCT)
                .contains("update      {colour=green, feathers=2}")
                .contains("by address  order-7 is HELD, balance 436.5")
                .contains("by id       order-8 is HELD, balance 434")
                .contains("order-9 is rejected: SUBSCRIPTION_PENDING")
                .contains("pending false, enabled true, duplicate-and-already-approved-by-user")
                .contains("order-11 is HELD, balance 431")
                .contains("order-10 is HELD, balance 381")
                .contains("520 in all = 381 Ada's + 131.32 the shop's + 2.78 fees + 4.9 paid to others")
                .contains("7 bookings over 139; no departure from the protocol")
                .doesNotContain("FAILED", Shop.PASSWORD, "\u001b")
                .doesNotContainPattern("(code|token)=[^.]");
    }

    private static String tour() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = new Demo(Map.of(), Terminal.plain(out), out).run("--tour");
        String output = bytes.toString(StandardCharsets.UTF_8);
        assertThat(status).as(output).isZero();
        return output;
    }
}
