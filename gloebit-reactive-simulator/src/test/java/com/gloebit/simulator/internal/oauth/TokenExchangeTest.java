package com.gloebit.simulator.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import com.gloebit.simulator.support.TestClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The exchange of a code for an access token. */
class TokenExchangeTest extends SimulatorTest {
    private static final String SCOPE = "id balance";

    private final Browser browser = new Browser(client);

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/access-token", "/oauth2/access-token/"})
    void codeIsExchangedForAToken(String path) {
        HttpResponse<String> response = exchange(path, form(code("force")));
        JsonNode body = TestClient.json(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(body.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(body.get("scope").stringValue()).isEqualTo(SCOPE);
        assertThat(body.get("app_user_id").stringValue()).hasSize(36);
        assertThat(isValid(token(response))).isTrue();
        assertNoViolation();
    }

    @Test
    void basicAuthenticationNeedsNoScope() {
        Map<String, String> form = form(code("force"));
        form.keySet().removeAll(List.of("client_id", "client_secret", "scope"));

        assertThat(isValid(token(client.send(basic(form, Fixture.SECRET))))).isTrue();
        assertNoViolation();
    }

    @Test
    void secondExchangeOfACodeRevokesItsToken() {
        String code = code("force");
        String token = token(exchange(form(code)));

        HttpResponse<String> second = exchange(form(code));

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(second).get("error").stringValue()).isEqualTo("invalid_grant");
        assertThat(isValid(token)).isFalse();
        assertNoViolation();
    }

    @Test
    void codeOfAnotherApplicationIsRefused() {
        Map<String, String> form = form(code("force"));
        form.put("client_id", "other-key");
        form.put("client_secret", "other-secret-0123");

        assertThat(TestClient.json(exchange(form)).get("error").stringValue()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, http://127.0.0.1:8080/other, invalid_grant",
        "scope, user, invalid_grant",
        "scope, rubbish, invalid_scope",
        "grant_type, password, unsupported_grant_type",
        "access_type, rubbish, invalid_request",
        "extra, rubbish, invalid_request"
    })
    void differenceFromTheAuthorizeRequestIsAViolation(String name, String value, String error) {
        Map<String, String> form = form(code("force"));
        form.put(name, value);

        HttpResponse<String> response = exchange(form);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(response).get("error").stringValue()).isEqualTo(error);
        assertThat(simulator.violations()).singleElement().asString().contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "client_secret", "code", "grant_type", "scope", "redirect_uri"})
    void missingParameterIsAViolation(String name) {
        Map<String, String> form = form(code("force"));
        form.remove(name);

        HttpResponse<String> response = exchange(form);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(response).get("error").stringValue()).isEqualTo("invalid_request");
        assertThat(simulator.violations()).singleElement().asString().contains(name);
    }

    @Test
    void wrongSecretIsRefusedAndNotShown() {
        Map<String, String> form = form(code("force"));
        form.put("client_secret", "wrong-secret");

        HttpResponse<String> response = exchange(form);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("invalid_client").doesNotContain("wrong-secret");
        assertThat(client.send(basic(form(code("force")), "wrong-secret")).statusCode())
                .as("secret in the body, too")
                .isEqualTo(400);
        assertThat(String.join("\n", simulator.violations())).doesNotContain("wrong-secret", Fixture.SECRET);
    }

    @Test
    void wrongSecretByBasicAnswersWwwAuthenticate() {
        Map<String, String> form = form(code("force"));
        form.remove("client_secret");

        HttpResponse<String> response = client.send(basic(form, "wrong-secret"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void bearerTokenIsAViolation() {
        HttpRequest.Builder request = client.bearer("/oauth2/access-token", token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TestClient.form(form(code("force")))));

        assertThat(client.send(request).statusCode()).isEqualTo(400);
        assertThat(simulator.violations()).singleElement().asString().contains("bearer token, which is not allowed");
    }

    @Test
    void automaticApprovalReusesTheTokenWithoutAPage() {
        String token = token(exchange(form(code("force"))));

        HttpResponse<String> answer = browser.login(browser.open(query("auto")), "ada", "lovelace");
        String code = Browser.parameter(Browser.location(answer), "code");

        assertThat(token(exchange(form(code)))).isEqualTo(token);
    }

    @Test
    void automaticApprovalShowsThePageTheFirstTime() {
        HttpResponse<String> answer = browser.login(browser.open(query("auto")), "ada", "lovelace");

        assertThat(answer.body()).contains("Allow access?");
    }

    @Test
    void forcedApprovalRevokesTheEarlierToken() {
        String before = token(exchange(form(code("force"))));
        String after = token(exchange(form(code("force"))));

        assertThat(after).isNotEqualTo(before);
        assertThat(isValid(before)).isFalse();
        assertThat(isValid(after)).isTrue();
    }

    @Test
    void switchesChangeRefusalsAndReusedCodes() {
        try (GloebitSimulator other = Fixture.builder()
                .open(OpenBehaviour.REFUSED_EXCHANGE_ANSWERS_200, OpenBehaviour.REUSED_CODE_KEEPS_TOKEN)
                .start()) {
            TokenExchange exchange = new TokenExchange(new TestClient(other));
            String code = exchange.code();
            String token =
                    TestClient.json(exchange.exchange(code)).get("access_token").stringValue();

            HttpResponse<String> second = exchange.exchange(code);

            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(TestClient.json(second).has("access_token")).isFalse();
            assertThat(TestClient.json(second).get("error").stringValue()).isEqualTo("invalid_grant");
            assertThat(new TestClient(other).get("/no-op", token).get("success").booleanValue())
                    .isTrue();
        }
    }

    /** The same steps against another simulator. */
    private record TokenExchange(TestClient client) {
        String code() {
            return Browser.parameter(new Browser(client).approve(query("force"), "ada", "lovelace"), "code");
        }

        HttpResponse<String> exchange(String code) {
            return client.send(post(client.request("/oauth2/access-token"), form(code)));
        }
    }

    private String code(String approvalPrompt) {
        return Browser.parameter(browser.approve(query(approvalPrompt), "ada", "lovelace"), "code");
    }

    private HttpResponse<String> exchange(Map<String, String> form) {
        return exchange("/oauth2/access-token", form);
    }

    private HttpResponse<String> exchange(String path, Map<String, String> form) {
        return client.send(post(client.request(path), form));
    }

    private HttpRequest.Builder basic(Map<String, String> form, String secret) {
        String credentials = Base64.getEncoder().encodeToString((Fixture.KEY + ":" + secret).getBytes(UTF_8));
        return post(client.request("/oauth2/access-token").header("Authorization", "Basic " + credentials), form);
    }

    private boolean isValid(String token) {
        return client.get("/no-op", token).get("success").booleanValue();
    }

    private static HttpRequest.Builder post(HttpRequest.Builder request, Map<String, String> form) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TestClient.form(form)));
    }

    private static String token(HttpResponse<String> response) {
        return Optional.ofNullable(TestClient.json(response).get("access_token"))
                .orElseThrow(() -> new AssertionError("no token: " + response.body()))
                .stringValue();
    }

    private static Map<String, String> query(String approvalPrompt) {
        return Map.of(
                "client_id",
                Fixture.KEY,
                "scope",
                SCOPE,
                "redirect_uri",
                Fixture.REDIRECT,
                "response_type",
                "code",
                "approval_prompt",
                approvalPrompt);
    }

    private static Map<String, String> form(String code) {
        return new HashMap<>(Map.of(
                "client_id",
                Fixture.KEY,
                "client_secret",
                Fixture.SECRET,
                "code",
                code,
                "grant_type",
                "authorization_code",
                "scope",
                SCOPE,
                "redirect_uri",
                Fixture.REDIRECT));
    }
}
