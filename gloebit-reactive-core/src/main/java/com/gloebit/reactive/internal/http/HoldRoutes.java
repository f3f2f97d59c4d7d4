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

/** Gloebit's callbacks, as routes of Reactor Netty. */
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
            String steps = path + step.text() + "/";
            routes.route(request -> RequestTarget.pathAndQuery(request.uri()).startsWith(steps), this::answer);
        }
    }

    /** {@code HEAD} is not allowed: it would have to take the step that {@code GET} takes. */
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

    /** What is no URI is no callback either. */
    private static URI uri(String target) {
        try {
            return URI.create(target);
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
