package com.gloebit.simulator.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each endpoint refuses an unexpected query or body, and a missing scope. */
class StrictnessTest extends SimulatorTest {
    private static final Set<String> PAGES = Set.of(
            "/",
            "/status",
            "/favicon.ico",
            "/oauth2/authorize",
            "/oauth2/conditional-authorize",
            "/purchase",
            "/authorize-subscription/*");
    private static final Set<String> WITHOUT_TOKEN = Set.of("/oauth2/access-token", "/create-subscription");
    private static final Set<String> READ_BY_POST = Set.of("/no-op", "/user", "/id", "/balance", "/get-user-products");

    private static final Form EXCHANGE_BY_GET = new Form("GET", "/oauth2/access-token");

    @Test
    void queryIsAViolationOnEveryEndpoint() {
        for (Form form : forms()) {
            String words = form.equals(EXCHANGE_BY_GET) ? "unknown member" : "a query, which is not allowed";
            assertViolates(form, "?extra=1", body(form, ""), words);
        }
    }

    @Test
    void bodyIsAViolationOnEndpointsWithoutABody() {
        for (Form form : forms()) {
            if (form.takesNoBody()) {
                assertViolates(form, "", BodyPublishers.ofString("{\"a\":1}"), "a body, which is not allowed");
            }
        }
    }

    @Test
    void additionalPathSegmentIsAViolation() {
        List<Form> forms = forms();
        for (Form form : forms) {
            if (!forms.contains(new Form(form.verb(), form.path() + "/*"))) {
                assertViolates(form, "/1", body(form, ""), "path parameters");
            }
        }
    }

    @Test
    void everyEndpointExceptTheTokenCheckNeedsAScope() {
        for (Form form : forms()) {
            if (WITHOUT_TOKEN.contains(form.path()) || form.path().equals("/no-op")) {
                continue;
            }
            List<String> scopes = List.of("user", "character", "inventory", "balance", "transact");
            long refused =
                    scopes.stream().filter(scope -> isRefused(form, scope)).count();

            assertThat(refused).as(form.toString()).isEqualTo(4);
        }
    }

    private boolean isRefused(Form form, String scope) {
        String token = simulator.issueToken(Fixture.KEY, "ada", scope);
        return client.send(client.bearer(form.target(), token).method(form.verb(), body(form, "")))
                .body()
                .contains("the token's scope lacks");
    }

    private void assertViolates(Form form, String more, BodyPublisher body, String words) {
        int before = simulator.violations().size();
        HttpRequest.Builder request = WITHOUT_TOKEN.contains(form.path())
                ? client.request(form.target() + more)
                : client.bearer(form.target() + more, token());

        assertThat(client.send(request.method(form.verb(), body)).statusCode())
                .as(form.toString())
                .isEqualTo(400);
        assertThat(simulator.violations()).as(form.toString()).hasSize(before + 1);
        assertThat(simulator.violations().get(before)).as(form.toString()).contains(words);
    }

    private static BodyPublisher body(Form form, String text) {
        return form.verb().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
    }

    private List<Form> forms() {
        return simulator.routes().stream()
                .map(route -> route.split(" ", 2))
                .map(parts -> new Form(parts[0], parts[1]))
                .filter(form -> !PAGES.contains(form.path()))
                .toList();
    }

    /** One way to ask, a star for each path parameter. */
    private record Form(String verb, String path) {
        String target() {
            return path.replace("*", "0c8a4b0e-3f0c-4d53-8f6e-1d7f6f5f2a11");
        }

        boolean takesNoBody() {
            return verb.equals("GET") || path.endsWith("*") || READ_BY_POST.contains(path);
        }
    }
}
