package com.gloebit.examples.demo.visit;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Listens on this machine, and on no other address, for the browser that Gloebit sends back. */
final class RedirectListener {
    /** Two requests at the same moment take turns. */
    private static final EmitFailureHandler TURNS = EmitFailureHandler.busyLooping(Duration.ofSeconds(1));

    private final RedirectUri redirectUri;
    private final Sinks.Many<String> queries = Sinks.many().unicast().onBackpressureBuffer();

    private RedirectListener(RedirectUri redirectUri) {
        this.redirectUri = redirectUri;
    }

    /** The raw queries of the requests to the redirect URI, for as long as the lines last that are made of them. */
    static Flux<String> during(RedirectUri redirectUri, Function<Flux<String>, Flux<String>> lines) {
        RedirectListener listener = new RedirectListener(redirectUri);
        return Flux.usingWhen(
                listener.listen(),
                server -> lines.apply(listener.queries.asFlux()),
                server -> Mono.fromRunnable(server::dispose).then(server.onDispose()));
    }

    private Mono<? extends DisposableServer> listen() {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(redirectUri.port())
                .handle(this::answer)
                .bind()
                .onErrorMap(
                        ChannelBindException.class,
                        taken -> new VisitFailedException(
                                "cannot listen on port " + redirectUri.port()
                                        + " of 127.0.0.1; another port is chosen with --redirect-uri",
                                taken));
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String target = request.uri();
        int query = target.indexOf('?');
        if (query < 0 || !redirectUri.isAskedFor(target)) {
            return response.status(HttpResponseStatus.NOT_FOUND).send();
        }
        queries.emitNext(target.substring(query + 1), TURNS);
        return response.header(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .header(HttpHeaderNames.CACHE_CONTROL, "no-store")
                // The address in the browser holds the code.
                .header("Referrer-Policy", "no-referrer")
                .sendString(Mono.just("Back at the demo. You can close this window and continue in the terminal.\n"))
                .then();
    }
}
