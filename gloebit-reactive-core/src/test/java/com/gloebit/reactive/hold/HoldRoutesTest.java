package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.RawRequest;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
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
    private final CallbackReceiver app = new CallbackReceiver();
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
    void theRoutesAnswerInTheFormThatGloebitExpects() {
        Answer answer = send("GET", path(HoldStep.ENACT));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[true]");
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(send("GET", path(HoldStep.CONSUME)).body()).isEqualTo("[true]");
        assertThat(app.ran).containsExactly(HoldStep.ENACT, HoldStep.CONSUME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD"})
    void otherMethodsRunNoHandler(String method) {
        Answer answer = send(method, path(HoldStep.CONSUME));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.allow()).isEqualTo("GET");
        assertThat(answer.body()).isEmpty();
        assertThat(app.ran).isEmpty();
    }

    /** The form that a proxy is sent, and that a server has to take: RFC 9112, section 3.2.2. */
    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "HTTP://127.0.0.1:8080", "https://[::1]"})
    void theAbsoluteFormOfTheRequestTargetIsAccepted(String origin) throws IOException {
        assertThat(raw("GET " + origin + path(HoldStep.ENACT)))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n[true]");
        assertThat(raw("POST " + origin + path(HoldStep.CONSUME)))
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("\r\nallow: GET\r\n");
        assertThat(app.ran).containsExactly(HoldStep.ENACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/holds/enact/b3JkZXItMQ/AAAA",
                "https://shop.example?/holds/enact/",
                "https://shop.example/shop/holds/enact/x/y",
                "https:/holds/enact/x/y",
                "//shop.example/holds/enact/x/y",
                "holds/enact/x/y"
            })
    void aForgedCallbackInAnyFormOfTargetIsAnsweredWithoutDetails(String target) throws IOException {
        assertThat(raw("GET " + target)).startsWith("HTTP/1.1 404 ").endsWith("\r\n\r\n");
        assertThat(app.ran).isEmpty();
    }

    /** The proxy maps https://shop.example/pay/ to this server's root: Gloebit's URLs are longer than what arrives. */
    @Test
    void theRoutesAreServedUnderThePathOfAProxy() throws IOException {
        CallbackReceiver behind = new CallbackReceiver(settings -> HoldSettings.of(
                        URI.create("https://shop.example/pay/holds"), settings.journal(), settings.handler())
                .withServerPath("/holds"));
        DisposableServer other = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(behind.gloebit.holds().routes())
                .bindNow();
        String called = behind.gloebit
                .holds()
                .callbackUri(CallbackReceiver.ID, HoldStep.ENACT)
                .toString();
        assertThat(called).startsWith("https://shop.example/pay/holds/enact/");
        String arrives = called.substring("https://shop.example/pay".length());

        assertThat(send(other, "GET", arrives).body()).isEqualTo("[true]");
        assertThat(RawRequest.answer(other.port(), "GET https://shop.example" + arrives + " HTTP/1.1"))
                .endsWith("\r\n\r\n[true]");
        assertThat(send(other, "GET", "/pay" + arrives).statusCode()).isEqualTo(404);

        other.disposeNow();
        behind.gloebit.dispose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/holds/", "/holds/enact/b3JkZXItMQ/AAAA", "/holds/%2e%2e/", "/holds/enact//x?y"})
    void aForgedCallbackIsAnsweredWithoutDetails(String path) {
        Answer answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void otherRoutesAreServedBesideTheHolds() {
        assertThat(send("GET", "/").statusCode()).isEqualTo(204);
    }

    /** A base at the root must not swallow what else the application has. */
    @Test
    void otherRoutesAreServedBesideHoldsAtTheRoot() {
        CallbackReceiver root = new CallbackReceiver(
                settings -> HoldSettings.of(URI.create("https://app.example"), settings.journal(), settings.handler()));
        DisposableServer other = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> {
                    root.gloebit.holds().routes().accept(routes);
                    routes.get(
                            "/shop", (request, response) -> response.status(204).send());
                })
                .bindNow();
        String consume = root.gloebit
                .holds()
                .callbackUri(CallbackReceiver.ID, HoldStep.CONSUME)
                .getRawPath();

        assertThat(send(other, "GET", "/shop").statusCode()).isEqualTo(204);
        assertThat(send(other, "GET", consume).body()).isEqualTo("[true]");

        other.disposeNow();
        root.gloebit.dispose();
    }

    private String path(HoldStep step) {
        return app.gloebit.holds().callbackUri(CallbackReceiver.ID, step).getRawPath();
    }

    private String raw(String methodAndTarget) throws IOException {
        return RawRequest.answer(server.port(), methodAndTarget + " HTTP/1.1");
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
                                response.responseHeaders().get("allow"),
                                text)))
                .block(Given.PATIENCE));
    }

    private record Answer(
            int statusCode,
            @Nullable String contentType,
            @Nullable String allow,
            String body) {}
}
