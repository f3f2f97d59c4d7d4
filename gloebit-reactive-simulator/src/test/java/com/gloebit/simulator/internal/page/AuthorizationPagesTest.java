package com.gloebit.simulator.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Login and approval in the browser. */
class AuthorizationPagesTest extends SimulatorTest {
    private final Browser browser = new Browser(client);

    @Test
    void approvalRedirectsWithCodeAndState() {
        URI location = browser.approve(query(Map.of("state", "a b&c")), "ada", "lovelace");

        assertThat(location.toString()).startsWith(Fixture.REDIRECT + "?");
        assertThat(Browser.parameter(location, "code")).isNotEmpty();
        assertThat(Browser.parameter(location, "state")).isEqualTo("a b&c");
        assertNoViolation();
    }

    @Test
    void redirectKeepsTheQueryOfTheRedirectUri() {
        URI location =
                browser.approve(query(Map.of("redirect_uri", Fixture.REDIRECT + "?tenant=7")), "ada", "lovelace");

        assertThat(location.getRawQuery()).startsWith("tenant=7&code=");
    }

    @Test
    void everyDocumentedParameterIsAccepted() {
        Map<String, String> query = query(Map.of(
                "state", "s",
                "access_type", "offline",
                "approval_prompt", "force",
                "user", "Ada",
                "uid", "17",
                "r", "alias",
                "return-to", "http://127.0.0.1:8080/after"));

        assertThat(browser.open(query).statusCode()).isEqualTo(200);
        assertNoViolation();
    }

    @Test
    void wrongPasswordShowsTheLoginAgain() {
        HttpResponse<String> page = browser.login(browser.open(query()), "ada", "wrong");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("role=\"alert\"", "name=\"password\"");
        assertThat(browser.login(page, "ada", "lovelace").body()).contains("Allow access?");
    }

    @Test
    void refusalEndsOnAPageOfTheService() {
        HttpResponse<String> page = browser.decide(browser.login(browser.open(query()), "ada", "lovelace"), "refuse");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(page.body()).contains("<h1>Refused</h1>");
        assertNoViolation();
    }

    @Test
    void loginCanApproveOnlyOnce() {
        HttpResponse<String> page = browser.login(browser.open(query()), "ada", "lovelace");
        Browser.location(browser.decide(page, "approve"));

        assertThat(browser.decide(page, "approve").body()).contains("That login is over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example:8080/callback",
                "http://127.0.0.1.evil.example:8080/callback",
                "http://127.0.0.1:8081/callback",
                "https://127.0.0.1:8080/callback",
                "http://127.0.0.1:8080@evil.example/",
                "http://127.0.0.1:8080/callback#fragment",
                "/callback",
                "not a uri"
            })
    void foreignRedirectUriEndsOnAPageOfTheService(String redirectUri) {
        HttpResponse<String> page = browser.open(query(Map.of("redirect_uri", redirectUri)));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(simulator.violations()).singleElement().asString().contains("redirect_uri");
    }

    @Test
    void unknownApplicationEndsOnAPageOfTheService() {
        assertThat(browser.open(query(Map.of("client_id", "nobody"))).statusCode())
                .isEqualTo(400);
        assertThat(simulator.violations()).singleElement().asString().contains("client_id");
    }

    @ParameterizedTest
    @CsvSource({
        "scope, user rubbish, invalid_scope",
        "response_type, rubbish, unsupported_response_type",
        "approval_prompt, rubbish, invalid_request",
        "access_type, rubbish, invalid_request",
        "return-to, http://evil.example/, invalid_request",
        "extra, rubbish, invalid_request"
    })
    void invalidParameterGoesToTheRedirectUri(String name, String value, String error) {
        URI location = Browser.location(browser.open(query(Map.of(name, value, "state", "s"))));

        assertThat(Browser.parameter(location, "error")).isEqualTo(error);
        assertThat(Browser.parameter(location, "state")).isEqualTo("s");
        assertThat(simulator.violations()).singleElement().asString().contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "response_type"})
    void missingParameterGoesToTheRedirectUri(String name) {
        Map<String, String> query = query();
        query.remove(name);

        URI location = Browser.location(browser.open(query));

        assertThat(Browser.parameter(location, "error")).isEqualTo("invalid_request");
        assertThat(simulator.violations()).singleElement().asString().contains(name);
    }

    @Test
    void pagesEscapeWhatTheyShow() {
        String key = "<script>\"'&";
        try (GloebitSimulator other = GloebitSimulator.builder()
                .application(Application.of(key, "a-secret", URI.create("http://127.0.0.1:8080/")))
                .start()) {
            String body = new Browser(new TestClient(other))
                    .open(query(Map.of("client_id", key)))
                    .body();

            assertThat(body)
                    .contains("&lt;script&gt;&quot;&#39;&amp;", "<label for=\"user-name\">", "<title>Log in")
                    .doesNotContain("<script>");
        }
    }

    private static Map<String, String> query() {
        return query(Map.of());
    }

    private static Map<String, String> query(Map<String, String> more) {
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
        return query;
    }
}
