package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** GloebitSimulator.approve. */
class ApproveTest extends SimulatorTest {
    @Test
    void approvalRedirectsWithCodeAndState() {
        URI redirect = approve(Map.of("state", "a b&c\"<'"));

        assertThat(redirect.toString()).startsWith(Fixture.REDIRECT + "?code=");
        assertThat(Browser.parameter(redirect, "state")).isEqualTo("a b&c\"<'");
        assertThat(token(redirect)).isNotEmpty();
        assertNoViolation();
    }

    @Test
    void implicitGrantReturnsTheTokenInTheFragment() {
        URI redirect = approve(Map.of("response_type", "token"));

        assertThat(redirect.getRawFragment()).startsWith("token=");
    }

    @Test
    void approvalSkipsTheFormsIfATokenIsReused() {
        token(approve(Map.of("approval_prompt", "auto")));

        URI redirect = approve(Map.of("approval_prompt", "auto"));

        assertThat(Browser.parameter(redirect, "code")).isNotEmpty();
        assertThat(simulator.requestCount("/oauth2/authorize"))
                .as("three steps, and two")
                .isEqualTo(5);
    }

    @Test
    void errorOfTheRequestIsInTheRedirect() {
        URI redirect = approve(Map.of("scope", "everything"));

        assertThat(Browser.parameter(redirect, "error")).isEqualTo("invalid_scope");
    }

    @Test
    void wrongPasswordFailsWithTheTextOfThePage() {
        assertThatThrownBy(() -> simulator.approve(page(Map.of()), "ada", "guessed-password"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Unknown user name or wrong password.")
                .hasMessageNotContaining("guessed-password");
    }

    @Test
    void foreignRedirectUriFailsWithTheTextOfThePage() {
        assertThatThrownBy(() -> approve(Map.of("redirect_uri", "http://evil.example/")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("redirect_uri does not begin with a redirect prefix of the application");
    }

    @Test
    void addressWithoutAFormFails() {
        simulator.failNext("/oauth2/authorize", Fault.GARBLED);

        assertThatThrownBy(() -> approve(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its page says: (no alert)");
    }

    @Test
    void addressOfAnotherServerIsRefusedWithoutQuotingItsQuery() {
        assertThatThrownBy(() -> simulator.approve(
                        URI.create("http://127.0.0.1:1/oauth2/authorize?state=secret"), "ada", "lovelace"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("authorizationUri leads to http://127.0.0.1:1; an address that begins with "
                        + simulator.baseUri())
                .hasMessageNotContaining("secret");
    }

    @Test
    void localhostIsAcceptedAsTheHost() {
        URI page = URI.create(page(Map.of()).toString().replace("127.0.0.1:", "localhost:"));

        assertThat(Browser.parameter(simulator.approve(page, "ada", "lovelace"), "code"))
                .isNotEmpty();
    }

    @Test
    void approvalTrustsTheSimulatorsCertificate() {
        try (GloebitSimulator other = Fixture.builder().tls().start()) {
            URI page = other.baseUri()
                    .resolve(page(Map.of()).getRawPath() + "?" + page(Map.of()).getRawQuery());

            assertThat(other.approve(page, "ada", "lovelace").toString()).startsWith(Fixture.REDIRECT);
        }
    }

    @Test
    void approvalFailsOnAThreadThatMustNotBlock() {
        Mono<URI> onEventLoop = Mono.fromCallable(() -> approve(Map.of())).subscribeOn(Schedulers.parallel());

        assertThatThrownBy(() -> onEventLoop.block(Duration.ofSeconds(10)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("approve blocks");
    }

    private URI approve(Map<String, String> more) {
        return simulator.approve(page(more), "ada", "lovelace");
    }

    private URI page(Map<String, String> more) {
        Map<String, String> query = new HashMap<>(Map.of(
                "client_id",
                Fixture.KEY,
                "scope",
                "user balance",
                "redirect_uri",
                Fixture.REDIRECT,
                "response_type",
                "code"));
        query.putAll(more);
        return simulator.baseUri().resolve("oauth2/authorize?" + TestClient.form(query));
    }

    private String token(URI redirect) {
        String form = TestClient.form(Map.of(
                "client_id",
                Fixture.KEY,
                "client_secret",
                Fixture.SECRET,
                "grant_type",
                "authorization_code",
                "scope",
                "user balance",
                "redirect_uri",
                Fixture.REDIRECT,
                "code",
                Browser.parameter(redirect, "code")));
        return TestClient.json(client.send(client.request("/oauth2/access-token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))))
                .get("access_token")
                .stringValue();
    }
}
