package com.gloebit.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.examples.demo.browser.Page;
import com.gloebit.examples.demo.browser.ScriptedBrowser;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.support.FreePort;
import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.Product;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The whole visit, with a scripted browser that opens what is printed. */
class VisitTest {
    private static final String SECRET = "s3cret-of-the-shop";
    /** It would turn the colours of a terminal around. */
    private static final String ADA = "\u001b[7mada";

    private final int port = FreePort.find();
    private final String redirectUri = "http://127.0.0.1:" + port + "/callback";
    private final GloebitSimulator service = GloebitSimulator.builder()
            .application(Application.of("shop", SECRET, URI.create(redirectUri)))
            .account(ADA, "lovelace", new BigDecimal("12.5"))
            .product(Product.of("Torch", BigDecimal.ONE))
            .start();
    private final ScriptedBrowser browser = new ScriptedBrowser();
    private final PrintedLines printed = new PrintedLines();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void readsAndNothingElse() {
        service.createCharacter("shop", ADA, "Hero");

        int status = visit(address -> comeBack(address, redirect -> redirect));

        assertThat(printed.text())
                .contains("waits       30 s for the browser at " + redirectUri)
                .contains("has Credential[scopes=user character inventory balance]")
                .contains("user        ?[7mada, id " + service.accountId(ADA))
                .contains("balance     12.5 gloebits")
                .contains("products    none")
                .contains("characters  Hero")
                .contains("items       none")
                .doesNotContain(SECRET, "code=", "FAILED", "\u001b");
        assertThat(status).isZero();
        assertThat(service.violations()).isEmpty();
        assertThat(service.requestCount("/transact")).isZero();
    }

    @Test
    void whatIsNotOfThisSessionEndsNothing() {
        int status = visit(address -> browser.open(URI.create(redirectUri + "?code=forged&state=forged"))
                .then(comeBack(address, redirect -> redirect)));

        assertThat(printed.text()).contains("balance     12.5 gloebits").doesNotContain("FAILED");
        assertThat(status).isZero();
    }

    @Test
    void aCodeThatGloebitRefusesIsAFailure() {
        int status = visit(address ->
                comeBack(address, redirect -> URI.create(redirect.toString().replaceAll("code=[^&]*", "code=other"))));

        assertThat(printed.text())
                .contains("DEMO FAILED: ")
                .contains("invalid_grant")
                .doesNotContain(SECRET);
        assertThat(status).isEqualTo(1);
    }

    @Test
    void aBrowserThatDoesNotComeBack() {
        int status = visit(1, address -> Mono.empty());

        assertThat(printed.text())
                .contains("DEMO FAILED: no browser came back to " + redirectUri + " within 1 s")
                .doesNotContain(SECRET);
        assertThat(status).isEqualTo(1);
    }

    @Test
    void aServiceThatIsNotThere() {
        service.close();

        int status = visit(address -> Mono.error(new AssertionError("nobody is to be sent to a service that is away")));

        assertThat(printed.text())
                .contains("DEMO FAILED: cannot reach " + service.baseUri() + ": Gloebit did not answer")
                .doesNotContain("oauth2/authorize", SECRET);
        assertThat(status).isEqualTo(1);
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            int status = visit(address -> Mono.empty());

            assertThat(printed.text())
                    .contains("DEMO FAILED: cannot listen on port " + taken.getLocalPort() + " of 127.0.0.1");
            assertThat(status).isEqualTo(1);
        }
    }

    private int visit(Function<URI, Mono<Page>> user) {
        return visit(30, user);
    }

    private int visit(int seconds, Function<URI, Mono<Page>> user) {
        PrintStream out = new PrintStream(
                printed.whenLine(
                        line -> line.startsWith(service.baseUri() + "oauth2/authorize"),
                        line -> user.apply(URI.create(line)).subscribe()),
                true,
                StandardCharsets.UTF_8);
        String[] arguments = {
            "--environment",
            service.baseUri().toString(),
            "--key=shop",
            "--redirect-uri",
            redirectUri,
            "--wait=" + seconds
        };
        return new Demo(Map.of("GLOEBIT_SECRET", SECRET), Terminal.plain(out), out).run(arguments);
    }

    private Mono<Page> comeBack(URI address, Function<URI, URI> onTheWay) {
        return browser.open(address)
                .flatMap(login -> browser.logInAndApprove(login, ADA, "lovelace"))
                .map(Page::redirect)
                .map(onTheWay)
                .flatMap(browser::open);
    }
}
