package com.gloebit.simulator.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Buying gloebits in the browser. */
class PurchasePageTest extends SimulatorTest {
    private static final String BACK = "http%3A%2F%2F127.0.0.1%3A8080%2Fshop%3Fa%3D1%26b%3D2";

    private final Browser browser = new Browser(client);

    @ParameterizedTest
    @ValueSource(strings = {"/purchase", "/purchase/"})
    void purchaseAddsGloebitsToTheAccount(String path) {
        HttpResponse<String> offer = login(path, "ada", "lovelace");
        assertThat(offer.body()).contains("ada, you have 100 gloebits");

        HttpResponse<String> bought = buy(offer, "12.50");

        assertThat(bought.body()).contains("<h1>Bought</h1>", "112.5").doesNotContain("<a ");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("112.5");
        assertThat(simulator.balance("bob")).isEqualByComparingTo("10");
        assertThat(simulator.deposits()).isEqualByComparingTo("12.5");
        assertNoViolation();
    }

    @Test
    void formSentTwiceBuysOnce() {
        HttpResponse<String> offer = login("/purchase", "ada", "lovelace");

        buy(offer, "5");

        assertThat(buy(offer, "5").body()).contains("That login is over");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("105");
    }

    @Test
    void wrongPasswordShowsTheLoginAgain() {
        HttpResponse<String> page = login("/purchase", "ada", "wrong");

        assertThat(page.body()).contains("wrong password", "name=\"password\"");
        assertThat(browser.login(page, "ada", "lovelace").body()).contains("you have 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "none", "", "1e30", "1000000.01", "1e999999999", "1e-999999999"})
    void invalidAmountShowsTheFormAgain(String amount) {
        HttpResponse<String> again = buy(login("/purchase", "ada", "lovelace"), amount);

        assertThat(again.body()).contains("role=\"alert\"", "name=\"amount\"");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("100");
        buy(again, "1000000");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("1000100");
        assertNoViolation();
    }

    @Test
    void queuedTransactionSettlesAfterAPurchaseOfGloebits() {
        try (GloebitSimulator other = Fixture.builder()
                .open(OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES)
                .start()) {
            TestClient otherClient = new TestClient(other);
            Browser otherBrowser = new Browser(otherClient);
            otherClient.postJson(
                    "/transact", other.issueToken(Fixture.KEY, "bob", "transact"), Fixture.item("order-1", 25));

            otherBrowser.submit(
                    otherBrowser.login(otherBrowser.openPath("/purchase"), "bob", "builder"), Map.of("amount", "20"));

            assertThat(other.ledger()).extracting(LedgerEntry::state).containsExactly(LedgerEntry.State.COMMITTED);
            assertThat(other.balance("bob")).isEqualByComparingTo("5");
        }
    }

    @Test
    void pageLinksToTheReturnAddress() {
        String path = "/purchase?reset&r=demo-key&inform=http%3A%2F%2F127.0.0.1%3A8080%2Fdone&return-to=" + BACK;

        assertThat(buy(login(path, "ada", "lovelace"), "1").body())
                .contains("<a href=\"http://127.0.0.1:8080/shop?a=1&amp;b=2\">");
        assertNoViolation();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return-to=" + BACK,
                "r=nobody&return-to=" + BACK,
                "return-to=http%3A%2F%2Fevil.example%2F",
                "return-to=not%20a%20uri",
                "r=nobody&inform=http%3A%2F%2Fevil.example%2F"
            })
    void pageHasNoLinkWithoutAValidKey(String query) {
        assertThat(buy(login("/purchase?" + query, "ada", "lovelace"), "1").body())
                .contains("<h1>Bought</h1>")
                .doesNotContain("<a ");
        assertNoViolation();
    }

    @ParameterizedTest
    @CsvSource({
        "r=demo-key&return-to=http%3A%2F%2Fevil.example%2F, return-to does not begin",
        "r=demo-key&return-to=http%3A%2F%2F127.0.0.1%3A8081%2F, return-to does not begin",
        "r=other-key&return-to=http%3A%2F%2F127.0.0.1%3A8080%2F, return-to does not begin",
        "r=demo-key&return-to=javascript%3Aalert(1), return-to does not begin",
        "r=demo-key&return-to=not%20a%20uri, return-to is not a URI",
        "r=demo-key&inform=http%3A%2F%2Fevil.example%2F, inform does not begin",
        "inform=not%20a%20uri, inform is not a URI",
        "reset=now, reset is a flag",
        "amount=5, unknown parameter",
        "r=demo-key&r=demo-key, occurs more than once"
    })
    void invalidQueryIsAViolation(String query, String words) {
        HttpResponse<String> page = browser.openPath("/purchase?" + query);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("<h1>This request is not valid</h1>");
        assertThat(simulator.violations()).singleElement().asString().contains("/purchase: ", words);
    }

    @Test
    void bearerTokenIsAViolation() {
        client.send(client.bearer("/purchase", token()).GET());

        assertThat(simulator.violations()).singleElement().asString().contains("bearer token");
    }

    private HttpResponse<String> login(String path, String userName, String password) {
        return browser.login(browser.openPath(path), userName, password);
    }

    private HttpResponse<String> buy(HttpResponse<String> offer, String amount) {
        return browser.submit(offer, Map.of("amount", amount));
    }
}
