package com.gloebit.simulator.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Violations of the contract are answered with 400, an unknown path with 404, and a text that names the problem. */
class ViolationTest extends SimulatorTest {
    private final String token = token();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "application-key",
                "request-created",
                "username-on-application",
                "transaction-id",
                "asset-quantity",
                "gloebit-balance-change"
            })
    void missingMemberIsAViolation(String name) {
        Map<String, Object> body = Fixture.item("order-1", 5);
        body.remove(name);

        assertTransactViolates(body, name);
    }

    @ParameterizedTest
    @CsvSource({
        "version, 2, version is not 1",
        "version, 1.5, version is not 1",
        "gloebit-balance-change, -1, gloebit-balance-change is negative",
        "gloebit-balance-change, 1e999999999, gloebit-balance-change has too many digits",
        "asset-quantity, 0, asset-quantity is not above 0",
        "asset-quantity, 1.5, asset-quantity is not a whole number",
        "product-quantity, 1, product-quantity is not allowed together with asset-code"
    })
    void invalidNumberIsAViolation(String name, String value, String words) {
        String json = "{\"version\":1,\"application-key\":\"demo-key\",\"request-created\":1,"
                + "\"username-on-application\":\"\",\"transaction-id\":\"order-1\",\"asset-code\":\"torch\","
                + "\"asset-quantity\":1,\"gloebit-balance-change\":5}";
        String changed = json.contains("\"" + name + "\":")
                ? json.replaceAll("\"" + name + "\":[^,}]+", "\"" + name + "\":" + value)
                : json.replace("}", ",\"" + name + "\":" + value + "}");

        assertViolates(post("/transact", "application/json", changed), words);
    }

    @ParameterizedTest
    @CsvSource({
        "extra, 1, unknown member: \"extra\"",
        "consumer-key, demo-key, several spellings",
        "product, Sword, exactly one of product and asset-code",
        "asset-enact-hold-url, http://evil.example/, redirect prefix",
        "asset-consume-hold-url, not a uri, not a URI",
        "app-user-id, 17, app-user-id",
        "transaction-id, 1234567890123456789012345678901234567, 36 characters",
        "transaction-id, '', 36 characters",
        "application-key, other-key, application-key is not that",
        "gloebit-balance-change, 5, gloebit-balance-change is not a number",
        "platform-desc-names, a, not an array",
        "automated-transaction, maybe, neither true nor false"
    })
    void invalidTextIsAViolation(String name, String value, String words) {
        Map<String, Object> body = Fixture.item("order-1", 5);
        body.put(name, value);

        assertTransactViolates(body, words);
    }

    @Test
    void descriptionsOfDifferentLengthsAreAViolation() {
        Map<String, Object> body = Fixture.item("order-1", 5);
        body.put("location-desc-names", List.of("a", "b"));
        body.put("location-desc-values", List.of("a"));

        assertTransactViolates(body, "different lengths");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, not json, not well-formed JSON",
        "application/json, '{\"version\":1,\"version\":1}', a duplicate member",
        "application/json, '[1]', not an object",
        "application/json, '', not an object",
        "application/x-www-form-urlencoded, version=1&version=1, occurs more than once",
        "application/x-www-form-urlencoded, version=%zz, invalid percent-encoding",
        "text/plain, version=1, content type"
    })
    void unreadableBodyIsAViolation(String contentType, String body, String words) {
        assertViolates(post("/transact", contentType, body), words);
    }

    @Test
    void tooLongBodyIsAViolation() {
        assertViolates(post("/transact", "application/json", " ".repeat(70_000)), "more than 65536 bytes");
        assertThat(client.get("/no-op", token).get("success").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/transact/more/of/it", "/oauth2", "/get-user-products/a/b"})
    void invalidPathIsAViolation(String path) {
        HttpResponse<String> response = client.send(client.bearer(path, token).GET());

        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(simulator.violations()).hasSize(1);
    }

    @Test
    void unknownPathAnswers404() {
        assertThat(client.send(client.bearer("/nowhere", token).GET()).statusCode())
                .isEqualTo(404);
        assertThat(simulator.violations()).containsExactly("\"/nowhere\": there is no such endpoint");
    }

    @Test
    void unknownVerbIsAViolation() {
        assertViolates(client.bearer("/transact", token).GET(), "verb");
        assertViolates(client.bearer("/balance", token).PUT(BodyPublishers.noBody()), "verb");
    }

    @Test
    void unexpectedQueryOrBodyIsAViolation() {
        assertViolates(client.bearer("/balance?fresh=true", token).GET(), "query");
        assertViolates(client.bearer("/balance", token).method("GET", BodyPublishers.ofString("ignore")), "body");
        assertViolates(client.bearer("/balance", token).POST(BodyPublishers.ofString("{}")), "body");
    }

    @Test
    void authorizationWithoutABearerTokenIsAViolation() {
        assertViolates(client.request("/balance").GET(), "Authorization");
        assertViolates(
                client.request("/balance").header("Authorization", "Basic abc").GET(), "Authorization");
        assertViolates(
                client.bearer("/balance", token)
                        .header("Authorization", "Bearer other")
                        .GET(),
                "Authorization");
    }

    @Test
    void bearerTokenOnTheAuthorizePageIsAViolation() {
        assertViolates(
                client.bearer("/oauth2/authorize?client_id=demo-key", token).GET(), "bearer token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1.5", "x"})
    void invalidCountInThePathIsAViolation(String count) {
        assertViolates(
                client.bearer("/consume-user-product/Sword/" + count, token).POST(BodyPublishers.noBody()), "count");
    }

    @Test
    void invalidCharacterIdInThePathIsAViolation() {
        assertViolates(client.bearer("/get-character-products/17", token).GET(), "UUID");
    }

    @Test
    void violationsContainNoTokenOrSecret() {
        client.send(post("/nowhere/" + token, "text/plain", ""));
        client.send(client.bearer("/balance?" + token, token).GET());
        client.send(client.bearer("/" + token, token).GET());
        client.postForm("/transact", token, Map.of(token, "1"));
        client.postForm("/transact", token, Map.of(Fixture.SECRET, "1"));
        client.send(client.request("/oauth2/authorize?" + token + "=1&" + token + "=2")
                .GET());
        HttpResponse<String> answer =
                client.send(client.bearer("/" + token, token).GET());

        assertThat(simulator.violations()).hasSizeGreaterThan(4);
        assertThat(String.join("\n", simulator.violations())).doesNotContain(token, Fixture.SECRET);
        assertThat(answer.body()).doesNotContain(token);
    }

    private void assertTransactViolates(Map<String, Object> body, String words) {
        assertViolates(client.jsonRequest("/transact", token, body), words);
    }

    private void assertViolates(HttpRequest.Builder request, String words) {
        int before = simulator.violations().size();

        assertThat(client.send(request).statusCode()).isEqualTo(400);

        assertThat(simulator.violations()).hasSize(before + 1);
        assertThat(simulator.violations().get(before)).contains(words);
        assertThat(simulator.ledger()).isEmpty();
    }

    private HttpRequest.Builder post(String path, String contentType, String body) {
        return client.bearer(path, token).header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
    }
}
