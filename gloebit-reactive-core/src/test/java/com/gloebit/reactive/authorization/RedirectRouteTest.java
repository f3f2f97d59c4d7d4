package com.gloebit.reactive.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.RedirectRoute;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.RawRequest;
import com.gloebit.reactive.wire.support.SampleCall;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** The browser comes back: to a server of Reactor Netty, with its session in a header. */
class RedirectRouteTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    private @Nullable DisposableServer server;

    @AfterEach
    void dispose() {
        if (server != null) {
            server.disposeNow();
        }
    }

    @Test
    void theRouteExchangesTheCode() {
        GloebitClient client = gloebit.client();
        gloebit.expect(SampleCall.EXCHANGE.answered());

        assertThat(browse(client, SampleCall.callback(client), Given.SESSION))
                .isEqualTo("Credential[scopes=user transact] for " + Given.SESSION);
    }

    @Test
    void aBrowserOfAnotherSessionOrOfNoneIsRefused() {
        GloebitClient client = gloebit.client();
        String callback = SampleCall.callback(client);

        assertThat(browse(client, callback, "another")).isEqualTo("CrossSiteStateException");
        assertThat(browse(client, callback, "")).isEqualTo("CrossSiteStateException");
        assertThat(browse(client, "", Given.SESSION)).isEqualTo("CrossSiteStateException");
        assertThat(gloebit.requests()).isZero();
    }

    @Test
    void theAbsoluteFormOfTheRequestTargetIsAccepted() throws IOException {
        GloebitClient client = gloebit.client();
        gloebit.expect(SampleCall.EXCHANGE.answered());
        serve(client);

        assertThat(RawRequest.answer(
                        port(),
                        "GET https://shop.example/back?" + SampleCall.callback(client) + " HTTP/1.1",
                        "session: " + Given.SESSION))
                .startsWith("HTTP/1.1 200 ")
                .contains("Credential[scopes=user transact] for " + Given.SESSION);
    }

    /** The value is the browser's: it can be anything. */
    @Test
    void anOverlongSessionIsRefusedWithoutARequest() {
        GloebitClient client = gloebit.client();
        String callback = SampleCall.callback(client);

        assertThat(browse(client, callback, "s".repeat(5000))).isEqualTo("CrossSiteStateException");
        assertThat(gloebit.requests()).isZero();
    }

    @Test
    void aRouteWithoutAPathIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedirectRoute.of(
                        gloebit.client(), "back", request -> null, (exchange, request, response) -> response.send()))
                .withMessageContaining("path");
    }

    private void serve(GloebitClient client) {
        RedirectRoute route = RedirectRoute.of(
                client,
                "/back",
                request -> request.requestHeaders().get("session"),
                (exchange, request, response) -> response.sendString(exchange.map(credential ->
                                credential + " for " + request.requestHeaders().get("session"))
                        .onErrorResume(
                                GloebitException.class,
                                failure -> Mono.just(failure.getClass().getSimpleName()))));
        server = HttpServer.create().host("127.0.0.1").port(0).route(route).bindNow();
    }

    private int port() {
        return Objects.requireNonNull(server).port();
    }

    private @Nullable String browse(GloebitClient client, String query, String session) {
        serve(client);
        String answer = HttpClient.newConnection()
                .headers(headers -> headers.set("session", session))
                .get()
                .uri(URI.create("http://127.0.0.1:" + port() + "/back" + (query.isEmpty() ? "" : "?" + query)))
                .responseSingle((response, body) -> body.asString())
                .block(Given.PATIENCE);
        dispose();
        return answer;
    }
}
