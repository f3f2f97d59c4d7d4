package com.gloebit.simulator.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.HoldApplication;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for a person. */
class StatusPageTest extends SimulatorTest {
    private static final String HOSTILE = "<script>alert('\"&')</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;";

    StatusPageTest() {
        super(Fixture.builder()
                .account(HOSTILE, "pass-of-hostile", BigDecimal.ONE)
                .application(Application.of("key " + HOSTILE, "hush-hush", URI.create("https://hostile.example/")))
                .product(Product.of("product " + HOSTILE, BigDecimal.ONE))
                .settlement(Settlement.MANUAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/status", "/status/"})
    void isServedAndCountsAsNoViolation(String path) {
        HttpResponse<String> response = client.send(client.request(path).GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.body()).contains("<title>Status - Gloebit simulator</title>");
        assertNoViolation();
    }

    @Test
    void aBrowsersRequestForAnIconIsNoViolation() {
        assertThat(client.send(client.request("/favicon.ico").GET()).statusCode())
                .isEqualTo(404);
        assertNoViolation();
    }

    @Test
    void showsWhoHasWhatAndWhatIsHeld() {
        client.postJson("/transact", token(), Fixture.item("order-1", 30));

        assertThat(page())
                .contains("<td>ada</td><td class=\"number\">70</td><td class=\"number\">30</td>")
                .contains("<td>bob</td><td class=\"number\">10</td><td class=\"number\">0</td>")
                .contains("<td>order-1</td><td>ada</td><td>demo-key</td><td>torch</td>")
                .contains("<td class=\"number\">30</td><td class=\"number\">0.6</td><td>HELD</td>");

        simulator.settleHeld();

        assertThat(page())
                .contains("<td>ada</td><td class=\"number\">70</td><td class=\"number\">0</td>")
                .contains("<td>demo-key</td><td>http://127.0.0.1:8080/</td><td class=\"number\">29.4</td>")
                .contains("Fees kept by the service: 0.6.")
                .contains("<td>COMMITTED</td>");
    }

    @Test
    void showsProductsAndViolations() {
        assertThat(page())
                .contains(
                        "<td>Sword</td><td class=\"number\">25</td><td>yes</td><td>no</td><td class=\"number\">3</td>")
                .contains("<td>Medal</td><td class=\"number\">2</td><td>no</td><td>yes</td>")
                .contains("None: every request kept to the contract.");

        client.postJson("/no-op", token(), Map.of("surprise", 1));

        assertThat(page())
                .contains(
                        "1, newest first.",
                        "<td>" + simulator.violations().get(0).replace("\"", "&quot;") + "</td>");
    }

    @Test
    void everyTextFromOutsideIsEscaped() {
        Map<String, Object> item = Fixture.item("order " + HOSTILE, 1);
        item.put("asset-code", "item " + HOSTILE);
        client.postJson("/transact", token(), item);
        client.postJson("/no-op", token(), Map.of(HOSTILE, 1));

        assertThat(page())
                .doesNotContain("<script")
                .contains("<td>" + ESCAPED + "</td>")
                .contains("<td>key " + ESCAPED + "</td>")
                .contains("<td>product " + ESCAPED + "</td>")
                .contains("<td>order " + ESCAPED + "</td>")
                .contains("<td>item " + ESCAPED + "</td>");
    }

    @Test
    void showsHoldCallbacksWithoutTheirUrls() throws Exception {
        try (HoldApplication application = new HoldApplication();
                GloebitSimulator calling = application.simulator().start()) {
            application.answer(HoldStep.ENACT, "[false, \"" + HOSTILE.replace("\"", "") + "\"]");
            TestClient caller = new TestClient(calling);
            caller.postJson(
                    "/transact",
                    calling.issueToken("hold-key", "ada", Fixture.ALL_SCOPES),
                    application.item("order-1", 1));
            assertThat(calling.holdCallbacks().awaitIdle(TestClient.LIMIT)).isTrue();

            assertThat(caller.send(caller.request("/status").GET()).body())
                    .contains("<td>order-1</td><td>ENACT</td><td>REFUSED</td><td>" + ESCAPED.replace("&quot;", "")
                            + "</td>")
                    .contains("<td>order-1</td><td>CANCEL</td><td>TRUE</td><td></td>")
                    .doesNotContain("/hold/", "<script");
        }
        assertThat(page()).contains("No hold URL was called yet.");
    }

    @Test
    void showsNoSecretAndLoadsNothing() {
        String token = token();
        client.postJson("/transact", token, Fixture.item("order-1", 1));

        assertThat(page())
                .doesNotContain(token, Fixture.SECRET, "hush-hush", "lovelace", "pass-of-hostile")
                .doesNotContain("<link", "src=", "url(");
    }

    @Test
    void aLongLedgerIsCutToItsNewest() {
        String token = token();
        for (int i = 1; i <= 201; i++) {
            client.postJson("/transact", token, Fixture.item("order-" + i, new BigDecimal("0.1")));
        }

        assertThat(page())
                .contains("The newest 200 of 201.", "<td>order-201</td>", "<td>order-2</td>")
                .doesNotContain("<td>order-1</td>");
    }

    private String page() {
        return client.send(client.request(simulator.statusUri().getPath()).GET())
                .body();
    }
}
