package com.gloebit.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.examples.support.FreePort;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.GloebitSimulator;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;

/** What each sample application does, seen by browsers and by Gloebit. Each test has a user of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShopContract {
    private static final String SECRET = "s3cret-of-the-shop";
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final byte[] SIGNING_KEY = "a signing key of thirty-two bytes".getBytes(StandardCharsets.UTF_8);

    private final Class<?> application;
    private final int port = FreePort.find();
    private final URI home = URI.create("http://127.0.0.1:" + port + "/");
    private final GloebitSimulator gloebit = GloebitSimulator.builder()
            .application(Application.of("shop", SECRET, home))
            .account("ada", "ada", new BigDecimal("100"))
            .account("bob", "bob", new BigDecimal("100"))
            .account("cleo", "cleo", new BigDecimal("100"))
            .account(HOSTILE, HOSTILE, new BigDecimal("100"))
            .account("dora", "dora", new BigDecimal("100"))
            .callbacks(CallbackBehaviour.automatic().withOverlappingRepeats(2).withLateEnact(true))
            .start();
    private RunningShop shop;

    ShopContract(Class<?> application) {
        this.application = application;
    }

    @BeforeAll
    void open() throws Exception {
        shop = RunningShop.start(
                application,
                Map.of(
                        "GLOEBIT_ENVIRONMENT", gloebit.baseUri().toString(),
                        "GLOEBIT_KEY", "shop",
                        "GLOEBIT_SECRET", SECRET,
                        "GLOEBIT_SIGNING_KEY", Base64.getEncoder().encodeToString(SIGNING_KEY),
                        "PORT", Integer.toString(port)));
    }

    @AfterEach
    void nothingWasAgainstTheContract() {
        assertThat(gloebit.violations()).isEmpty();
    }

    @AfterAll
    void close() throws Exception {
        try {
            List<String> printed = shop.stop();
            assertThat(printed).noneMatch(line -> line.contains(SECRET));
            assertThat(printed)
                    .filteredOn(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                    .allMatch(line -> line.contains("ENACT of unheard-of"));
        } finally {
            gloebit.close();
        }
    }

    @Test
    void deliversOnceWhatIsBoughtOnce() throws Exception {
        Browser ada = loggedIn("ada");
        URI torch = offer(ada, "torch");

        shows(ada.post(torch), 200, "Paid.");
        shows(ada.post(torch), 200, "Paid.");

        awaitCallbacks();
        assertThat(delivered(ada)).containsExactly("delivered: torch");
        assertThat(gloebit.balance("ada")).isEqualByComparingTo("97");
        assertThat(delivered(loggedIn("bob"))).isEmpty();
    }

    @Test
    void buysUnderOneNumberAlthoughEveryAnswerIsLost() throws Exception {
        Browser cleo = loggedIn("cleo");
        gloebit.failNext("/transact", Fault.COMMIT_THEN_DROP, 3);

        shows(cleo.post(offer(cleo, "torch")), 200, "Paid.");

        awaitCallbacks();
        assertThat(delivered(cleo)).containsExactly("delivered: torch");
        assertThat(gloebit.balance("cleo")).isEqualByComparingTo("97");
    }

    @Test
    void saysWhatIsTooExpensive() throws Exception {
        Browser bob = loggedIn("bob");

        HttpResponse<String> page = bob.post(offer(bob, "castle"));

        shows(page, 402, "You have too few gloebits. Nothing was charged.");
        assertThat(page.body()).doesNotContain("insufficient");
        awaitCallbacks();
        assertThat(delivered(bob)).isEmpty();
        assertThat(gloebit.balance("bob")).isEqualByComparingTo("100");
    }

    @Test
    void escapesTheNameOfTheUser() throws Exception {
        Browser browser = loggedIn(HOSTILE);

        assertThat(browser.open(home).body())
                .contains("Hello, &lt;script&gt;alert(1)&lt;/script&gt;.")
                .doesNotContain("<script");
    }

    @Test
    void takesNoOrderWithoutTheCookieNorAnothersNumber() throws Exception {
        Browser dora = loggedIn("dora");
        URI torch = offer(dora, "torch");

        shows(new Browser().post(torch), 403, "log in");
        assertThat(gloebit.balance("dora")).isEqualByComparingTo("100");

        shows(dora.post(torch), 200, "Paid.");
        shows(loggedIn("bob").post(torch), 404, "no such offer");
        awaitCallbacks();
        assertThat(gloebit.balance("dora")).isEqualByComparingTo("97");
        assertThat(gloebit.balance("bob")).isEqualByComparingTo("100");
    }

    @Test
    void takesBackNobodyButTheBrowserThatLeft() throws Exception {
        Browser ada = new Browser();
        URI redirect = consent(ada, "ada");
        Browser other = new Browser();
        other.open(home.resolve("/login"));

        shows(other.open(redirect), 403, "log in");
        shows(other.open(home), 403, "log in");
        shows(new Browser().open(redirect), 403, "log in");
        shows(new Browser().open(home.resolve("/gloebit/callback")), 403, "log in");

        shows(ada.open(redirect), 200, "torch for 3");
    }

    @Test
    void keepsTheSessionFromScriptsAndOtherSitesAndGivesEachLoginItsOwn() throws Exception {
        Browser ada = new Browser();
        String first = sessionCookie(ada);

        assertThat(first).containsIgnoringCase("; HttpOnly").contains("; SameSite=Lax");
        assertThat(sessionCookie(ada)).isNotEqualTo(first);
    }

    @Test
    void takesNoStepThatIsNotSigned() throws Exception {
        GloebitClient twin = GloebitClient.builder(ClientSecrets.of("shop", SECRET))
                .environment(GloebitEnvironment.custom(gloebit.baseUri()))
                .signingKey(SIGNING_KEY)
                .holds(HoldSettings.of(
                        home.resolve("/gloebit/holds"), TransactionJournal.inMemory(), held -> Mono.empty()))
                .build();
        URI enact = twin.holds().callbackUri(TransactionId.of("unheard-of"), HoldStep.ENACT);
        twin.dispose();
        Browser anybody = new Browser();

        shows(anybody.open(enact), 200, "[false,\"unknown transaction\"]");
        shows(anybody.open(URI.create(enact.toString().replace("/enact/", "/consume/"))), 404, "");
        shows(anybody.open(home.resolve("/gloebit/holds/consume/b3JkZXItMQ/AAAA")), 404, "");
        shows(anybody.post(enact), 405, "");
    }

    private Browser loggedIn(String user) throws Exception {
        Browser browser = new Browser();
        URI redirect = consent(browser, user);
        shows(browser.open(redirect), 200, "castle for 1000000");
        return browser;
    }

    /** Where the browser of a user who agrees is sent back to. */
    private URI consent(Browser browser, String user) throws Exception {
        URI page = browser.openAndWait(home.resolve("/login"))
                .headers()
                .firstValue("location")
                .map(URI::create)
                .orElseThrow();
        return gloebit.approve(page, user, user);
    }

    private URI offer(Browser browser, String item) throws Exception {
        Matcher form = Pattern.compile("'(/buy/" + item + "/[^']+)'")
                .matcher(browser.open(home).body());
        assertThat(form.find()).isTrue();
        return home.resolve(form.group(1));
    }

    private List<String> delivered(Browser browser) throws Exception {
        return Pattern.compile("delivered: \\w+")
                .matcher(browser.open(home).body())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private String sessionCookie(Browser browser) throws Exception {
        return browser.openAndWait(home.resolve("/login"))
                .headers()
                .firstValue("set-cookie")
                .orElseThrow();
    }

    private void awaitCallbacks() throws InterruptedException {
        assertThat(gloebit.holdCallbacks().awaitIdle(Duration.ofSeconds(30))).isTrue();
    }

    private static void shows(HttpResponse<String> page, int status, String text) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.body()).contains(text);
    }
}
