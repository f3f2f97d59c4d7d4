package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.wire.Given;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** The callbacks over real HTTP, beside a route of the application's own. */
class HoldRoutesTest {
    private final Callee app = new Callee();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> {
                app.gloebit.holds().routes().accept(routes);
                routes.get("/", (request, response) -> response.status(204).send());
            })
            .bindNow();

    @AfterEach
    void dispose() {
        server.disposeNow();
        app.gloebit.dispose();
    }

    @Test
    void areAnsweredAsGloebitWantsIt() {
        Answer answer = send("GET", path(HoldStep.ENACT));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[true]");
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(send("GET", path(HoldStep.CONSUME)).body()).isEqualTo("[true]");
        assertThat(app.ran).containsExactly(HoldStep.ENACT, HoldStep.CONSUME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD"})
    void runNothingForOtherMethods(String method) {
        Answer answer = send(method, path(HoldStep.CONSUME));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEmpty();
        assertThat(app.ran).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/holds/", "/holds/enact/b3JkZXItMQ/AAAA", "/holds/%2e%2e/", "/holds/enact//x?y"})
    void tellNothingToForgers(String path) {
        Answer answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void leaveOtherRoutesAlone() {
        assertThat(send("GET", "/").statusCode()).isEqualTo(204);
    }

    /** A base at the root must not swallow what else the application has. */
    @Test
    void leaveOtherRoutesAloneAtTheRoot() {
        Callee root = new Callee(settings -> new HoldSettings(
                URI.create("https://app.example"),
                settings.handler(),
                settings.journal(),
                settings.effectTimeout(),
                settings.enactFailures(),
                settings.settlementPoll()));
        DisposableServer other = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> {
                    root.gloebit.holds().routes().accept(routes);
                    routes.get(
                            "/shop", (request, response) -> response.status(204).send());
                })
                .bindNow();
        String consume =
                root.gloebit.holds().callbackUri(Callee.ID, HoldStep.CONSUME).getRawPath();

        assertThat(send(other, "GET", "/shop").statusCode()).isEqualTo(204);
        assertThat(send(other, "GET", consume).body()).isEqualTo("[true]");

        other.disposeNow();
        root.gloebit.dispose();
    }

    private String path(HoldStep step) {
        return app.gloebit.holds().callbackUri(Callee.ID, step).getRawPath();
    }

    private Answer send(String method, String path) {
        return send(server, method, path);
    }

    private static Answer send(DisposableServer server, String method, String path) {
        return Objects.requireNonNull(HttpClient.newConnection()
                .request(HttpMethod.valueOf(method))
                .uri(URI.create("http://127.0.0.1:" + server.port() + path))
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Answer(
                                response.status().code(),
                                response.responseHeaders().get("content-type"),
                                text)))
                .block(Given.PATIENCE));
    }

    private record Answer(int statusCode, @Nullable String contentType, String body) {}
}
