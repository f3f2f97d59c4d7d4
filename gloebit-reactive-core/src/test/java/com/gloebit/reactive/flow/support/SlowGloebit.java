package com.gloebit.reactive.flow.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.wire.support.Given;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Takes every purchase and look-up of a name, and answers when it is told to. */
public final class SlowGloebit implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"transaction-id\":\"([^\"]+)\"");

    private final Sinks.Empty<Void> released = Sinks.empty();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .doOnConnection(connection -> {
                connections.incrementAndGet();
                connection.onDispose(connections::decrementAndGet);
            })
            .route(routes -> routes.post("/transact", this::bought)
                    .get("/user", (request, response) -> answered(response, "\"id\":\"u-1\",\"name\":\"ada\""))
                    .get("/balance", (request, response) -> json(response, "\"balance\":7")))
            .bindNow(Given.PATIENCE);

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/");
    }

    private Mono<Void> bought(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMap(body -> {
            Matcher id = ID.matcher(body);
            assertThat(id.find()).isTrue();
            return answered(response, "\"reason\":\"success\",\"id\":\"" + id.group(1) + "\"");
        });
    }

    private Mono<Void> answered(HttpServerResponse response, String members) {
        return Mono.defer(() -> {
            waiting.incrementAndGet();
            return released.asMono().then(json(response, members));
        });
    }

    private static Mono<Void> json(HttpServerResponse response, String members) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just("{\"success\":true," + members + "}"))
                .then();
    }

    public void untilItHas(int requests) {
        until(() -> waiting.get() == requests);
    }

    public void untilEveryConnectionIsClosed() {
        until(() -> connections.get() == 0);
    }

    private static void until(BooleanSupplier happened) {
        Flux.interval(Duration.ZERO, Duration.ofMillis(5))
                .onBackpressureDrop()
                .takeUntil(unused -> happened.getAsBoolean())
                .blockLast(Given.PATIENCE);
    }

    /** Answers what waits, and from then on everything at once. */
    public void release() {
        released.tryEmitEmpty();
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        server.disposeNow(Given.PATIENCE);
    }
}
