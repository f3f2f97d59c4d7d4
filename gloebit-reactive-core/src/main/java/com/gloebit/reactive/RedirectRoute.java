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

/** The path of the redirect URI, as a route of a Reactor Netty server. For clients with a secret. */
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

    /** What the browser is answered that came back. */
    @FunctionalInterface
    public interface Answer {
        /**
         * Called once for each request.
         *
         * @param exchange the exchange, as {@link GloebitClient#exchange} gives it; to be subscribed to once
         * @param request the request, for whatever else it says of the browser
         * @param response what is to be sent
         * @return completes when it is sent
         */
        Publisher<Void> answer(Mono<Credential> exchange, HttpServerRequest request, HttpServerResponse response);
    }

    /**
     * A route that takes the browser back from Gloebit.
     *
     * @param gloebit whose authorize URL the browser was sent to
     * @param path the path of the redirect URI
     * @param session the value that {@link AuthorizationRequest#forSession} was given, such as a cookie's; null if the
     *     browser has none. Without one, or with one that none was given, the exchange fails with {@code CrossSiteStateException}
     * @param answer what the browser is answered
     * @return to be given to {@code HttpServer.route}, or called with one's own routes
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
