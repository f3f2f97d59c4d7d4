package com.gloebit.examples.demo.shop;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.RedirectRoute;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.CrossSiteStateException;
import com.gloebit.reactive.failure.GloebitException;
import io.netty.handler.codec.http.cookie.Cookie;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/** The shop's own server, on this machine only: Gloebit sends browsers back to it, and calls it about purchases. */
public final class ShopServer {
    /** The cookie that a browser of the shop has. */
    static final String SESSION = "session";

    private final DisposableServer server;
    private final HttpServerRoutes routes;

    private ShopServer(DisposableServer server, HttpServerRoutes routes) {
        this.server = server;
        this.routes = routes;
    }

    /**
     * A server for as long as there are lines. It listens before there is anything to answer, since the simulated Gloebit
     * has to know its port, and the client Gloebit's.
     */
    static Flux<String> during(Function<ShopServer, Flux<String>> lines) {
        HttpServerRoutes routes = HttpServerRoutes.newRoutes();
        return Flux.usingWhen(
                HttpServer.create().host("127.0.0.1").port(0).handle(routes).bind(),
                server -> lines.apply(new ShopServer(server, routes)),
                server -> Mono.fromRunnable(server::dispose).then(server.onDispose()));
    }

    /** What every address begins with that the shop gives to Gloebit. */
    public URI home() {
        return URI.create("http://127.0.0.1:" + server.port() + "/gloebit/");
    }

    URI callback() {
        return home().resolve("callback");
    }

    public URI holds() {
        return home().resolve("holds");
    }

    public void add(Consumer<HttpServerRoutes> more) {
        more.accept(routes);
    }

    /** Takes browsers back that Gloebit sends. */
    void takeBrowsersBack(GloebitClient gloebit) {
        add(RedirectRoute.of(
                gloebit,
                callback().getPath(),
                ShopServer::session,
                (exchange, request, response) -> welcome(exchange, response)));
    }

    private static @Nullable String session(HttpServerRequest request) {
        return request.cookies().values().stream()
                .flatMap(Set::stream)
                .filter(cookie -> cookie.name().equals(SESSION))
                .map(Cookie::value)
                .findFirst()
                .orElse(null);
    }

    private static Publisher<Void> welcome(Mono<Credential> exchange, HttpServerResponse response) {
        return exchange.then(response.status(200).send())
                .onErrorResume(
                        CrossSiteStateException.class,
                        notOurs -> response.status(403).send())
                .onErrorResume(
                        GloebitException.class, failure -> response.status(502).send());
    }
}
