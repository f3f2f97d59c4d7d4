package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.reactive.hold.HoldStep;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/** Reactor Netty routes for Gloebit's callbacks. */
public final class HoldRoutes implements Consumer<HttpServerRoutes> {
    private final String path;
    private final Function<URI, Mono<HoldAnswer>> answers;

    public HoldRoutes(String path, Function<URI, Mono<HoldAnswer>> answers) {
        this.path = path;
        this.answers = answers;
    }

    @Override
    public void accept(HttpServerRoutes routes) {
        for (HoldStep step : HoldStep.values()) {
            String stepPath = path + step.text() + "/";
            routes.route(request -> RequestTarget.pathAndQuery(request.uri()).startsWith(stepPath), this::answer);
        }
    }

    /** Rejects {@code HEAD}, because it would have to process the callback as {@code GET} does. */
    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        if (!HttpMethod.GET.equals(request.method())) {
            return response.status(405)
                    .header(HttpHeaderNames.ALLOW, HttpMethod.GET.name())
                    .send();
        }
        return answers.apply(uri(RequestTarget.pathAndQuery(request.uri()))).flatMap(answer -> {
            response.status(answer.status());
            return answer.body().isEmpty()
                    ? response.send().then()
                    : response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                            .sendString(Mono.just(answer.body()))
                            .then();
        });
    }

    /** Maps an invalid URI to {@code /}, which is not a callback URL. */
    private static URI uri(String target) {
        try {
            return URI.create(target);
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
