package com.gloebit.reactive;

import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.CrossSiteStateException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.internal.Arguments;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/** The route of the redirect URI on a Reactor Netty server, for clients with a secret. */
public final class RedirectRoute implements Consumer<HttpServerRoutes> {
    private final GloebitClient gloebit;
    private final String path;
    private final Function<HttpServerRequest, @Nullable String> session;
    private final Answer answer;

    private RedirectRoute(
            GloebitClient gloebit, String path, Function<HttpServerRequest, @Nullable String> session, Answer answer) {
        this.gloebit = gloebit;
        this.path = path;
        this.session = session;
        this.answer = answer;
    }

    /** The answer to a browser that returns from Gloebit. */
    @FunctionalInterface
    public interface Answer {
        /**
         * Sends the answer. Called once for each request.
         *
         * @param exchange the result of {@link GloebitClient#exchange}; subscribe to it once
         * @param request the browser's request
         * @param response the response to send
         * @return completes when the response is sent
         */
        Publisher<Void> answer(Mono<Credential> exchange, HttpServerRequest request, HttpServerResponse response);
    }

    /**
     * Creates a route that handles the browser's return from Gloebit.
     *
     * @param gloebit the client whose authorization URI the browser was sent to
     * @param path the path of the redirect URI, which begins with a slash
     * @param session returns the value that {@link AuthorizationRequest#forSession} was given, such as a cookie's; null
     *     if the browser has none. The exchange fails with {@code CrossSiteStateException} if the value is null or was
     *     never given
     * @param answer sends the answer to the browser
     * @return the route, to pass to {@code HttpServer.route} or to apply to other routes
     */
    public static RedirectRoute of(
            GloebitClient gloebit, String path, Function<HttpServerRequest, @Nullable String> session, Answer answer) {
        Arguments.required("path", path);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path is \"" + path + "\"; it has to begin with a slash");
        }
        return new RedirectRoute(
                Arguments.required("gloebit", gloebit),
                path,
                Arguments.required("session", session),
                Arguments.required("answer", answer));
    }

    @Override
    public void accept(HttpServerRoutes routes) {
        routes.get(path, (request, response) -> answer.answer(exchange(request), request, response));
    }

    private Mono<Credential> exchange(HttpServerRequest request) {
        return Mono.defer(() -> {
            String value = session.apply(request);
            String target = request.uri();
            int query = target.indexOf('?');
            return value == null || !Arguments.isText(value, 4096)
                    ? Mono.error(
                            new CrossSiteStateException(FailureDetails.beforeSending("authorization-callback"), null))
                    : gloebit.exchange(query < 0 ? null : target.substring(query + 1), value);
        });
    }
}
