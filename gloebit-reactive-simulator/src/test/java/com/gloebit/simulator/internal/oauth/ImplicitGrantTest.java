package com.gloebit.simulator.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.internal.wire.PercentEncoding;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The implicit grant, whose redirect has the token in its fragment. */
class ImplicitGrantTest extends SimulatorTest {
    private static final String HTTPS = "https://client.example/callback?tenant=7";

    private final Browser browser = new Browser(client);

    ImplicitGrantTest() {
        super(builder());
    }

    @Test
    void tokenInTheFragmentIsValid() {
        URI location = browser.approve(query(HTTPS, Map.of("state", "a b&c")), "ada", "lovelace");

        Map<String, String> fragment = fragment(location);
        assertThat(location.toString()).startsWith(HTTPS + "#");
        assertThat(fragment).containsOnlyKeys("token", "token_type", "state");
        assertThat(fragment).containsEntry("token_type", "Bearer").containsEntry("state", "a b&c");
        assertThat(client.get("/balance", fragment.getOrDefault("token", ""))
                        .get("balance")
                        .intValue())
                .isEqualTo(100);
        assertThat(client.get("/get-user-products", fragment.getOrDefault("token", ""))
                        .get("reason")
                        .stringValue())
                .isEqualTo("the token's scope lacks inventory");
        assertNoViolation();
    }

    @Test
    void redirectHasNoStateIfTheRequestHasNone() {
        assertThat(fragment(browser.approve(query(HTTPS, Map.of()), "ada", "lovelace")))
                .containsOnlyKeys("token", "token_type");
    }

    @Test
    void switchNamesTheTokenAccessToken() {
        try (GloebitSimulator other =
                builder().open(OpenBehaviour.IMPLICIT_GRANT_NAMES_ACCESS_TOKEN).start()) {
            TestClient otherClient = new TestClient(other);

            Map<String, String> fragment =
                    fragment(new Browser(otherClient).approve(query(HTTPS, Map.of()), "ada", "lovelace"));

            assertThat(fragment).containsOnlyKeys("access_token", "token_type");
            assertThat(otherClient
                            .get("/no-op", fragment.getOrDefault("access_token", ""))
                            .get("success")
                            .booleanValue())
                    .isTrue();
        }
    }

    @Test
    void switchPutsTheErrorInTheFragment() {
        Map<String, String> query = query(HTTPS, Map.of("scope", "rubbish", "state", "s"));
        URI usual = Browser.location(browser.open(query));
        assertThat(Browser.parameter(usual, "error")).isEqualTo("invalid_scope");
        assertThat(usual.getRawFragment()).isNull();

        try (GloebitSimulator other =
                builder().open(OpenBehaviour.IMPLICIT_GRANT_ERROR_IN_FRAGMENT).start()) {
            Browser otherBrowser = new Browser(new TestClient(other));
            URI location = Browser.location(otherBrowser.open(query));
            assertThat(location.toString()).startsWith(HTTPS + "#");
            assertThat(fragment(location))
                    .containsEntry("error", "invalid_scope")
                    .containsEntry("state", "s");

            query.put("response_type", "code");
            assertThat(Browser.location(otherBrowser.open(query)).getRawFragment())
                    .isNull();
        }
    }

    @Test
    void forcedApprovalRevokesTheEarlierTokenAndAutomaticApprovalKeepsIt() {
        String first = approvedToken(Map.of());

        String second = approvedToken(Map.of("approval_prompt", "force"));

        assertThat(second).isNotEqualTo(first);
        assertThat(isValid(first)).isFalse();
        HttpResponse<String> page = browser.open(query(HTTPS, Map.of("approval_prompt", "auto")));
        URI location = Browser.location(browser.login(page, "ada", "lovelace"));
        assertThat(fragment(location)).containsEntry("token", second);
        assertThat(isValid(second)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/callback", "http://localhost:8080/", "http://[::1]:8080/"})
    void httpIsAcceptedForLoopbackAddresses(String redirectUri) {
        URI location = browser.approve(query(redirectUri, Map.of()), "ada", "lovelace");

        assertThat(location.toString()).startsWith(redirectUri + "#token=");
        assertNoViolation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://client.example/callback", "http://127.0.0.1.example/", "http://localhost.example/"})
    void httpIsRefusedForOtherAddresses(String redirectUri) {
        URI location = Browser.location(browser.open(query(redirectUri, Map.of("state", "s"))));

        assertThat(location.getRawFragment()).isNull();
        assertThat(Browser.parameter(location, "error")).isEqualTo("invalid_request");
        assertThat(Browser.parameter(location, "state")).isEqualTo("s");
        assertThat(simulator.violations()).singleElement().asString().contains("redirect_uri is not https");
    }

    @Test
    void codeGrantAcceptsHttpForOtherAddresses() {
        URI location = browser.approve(
                query("http://client.example/callback", Map.of("response_type", "code")), "ada", "lovelace");

        assertThat(Browser.parameter(location, "code")).isNotEmpty();
        assertNoViolation();
    }

    private String approvedToken(Map<String, String> more) {
        return fragment(browser.approve(query(HTTPS, more), "ada", "lovelace")).getOrDefault("token", "");
    }

    private boolean isValid(String token) {
        return client.get("/no-op", token).get("success").booleanValue();
    }

    private static Map<String, String> fragment(URI location) {
        return PercentEncoding.decodeForm(location.getRawFragment());
    }

    private static GloebitSimulatorBuilder builder() {
        List<URI> prefixes = List.of(
                URI.create("https://client.example/"),
                URI.create("http://client.example/"),
                URI.create("http://127.0.0.1.example/"),
                URI.create("http://localhost.example/"),
                URI.create("http://127.0.0.1:8080/"),
                URI.create("http://localhost:8080/"),
                URI.create("http://[::1]:8080/"));
        return GloebitSimulator.builder()
                .application(new Application("public-key", "unused-secret", prefixes, false))
                .account("ada", "lovelace", new BigDecimal("100"));
    }

    private static Map<String, String> query(String redirectUri, Map<String, String> more) {
        Map<String, String> query = new HashMap<>(Map.of(
                "client_id", "public-key",
                "scope", "user balance",
                "redirect_uri", redirectUri,
                "response_type", "token"));
        query.putAll(more);
        return query;
    }
}
