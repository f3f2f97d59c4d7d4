package com.gloebit.reactive.authorization;

import com.gloebit.reactive.Credential;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.CrossSiteStateException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.internal.Arguments;
import java.util.function.BiFunction;
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
    private final BiFunction<Mono<Credential>, HttpServerResponse, Publisher<Void>> response;

    private RedirectRoute(
            GloebitClient gloebit,
            String path,
            Function<HttpServerRequest, @Nullable String> session,
            BiFunction<Mono<Credential>, HttpServerResponse, Publisher<Void>> response) {
        this.gloebit = gloebit;
        this.path = path;
        this.session = session;
        this.response = response;
    }

    /**
     * A route that takes the browser back from Gloebit.
     *
     * @param gloebit whose authorize URL the browser was sent to
     * @param path the path of the redirect URI
     * @param session the value that {@link AuthorizationRequest#forSession} was given, such as a cookie's; null if the
     *     browser has none. Without one, or with one that none was given, the exchange fails with {@code CrossSiteStateException}
     * @param response what the browser is answered. It is given the exchange, as {@link GloebitClient#exchange} gives it,
     *     and has to subscribe to it once
     * @return to be given to {@code HttpServer.route}, or called with one's own routes
     */
    public static RedirectRoute of(
            GloebitClient gloebit,
            String path,
            Function<HttpServerRequest, @Nullable String> session,
            BiFunction<Mono<Credential>, HttpServerResponse, Publisher<Void>> response) {
        Arguments.required("path", path);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path is \"" + path + "\"; it has to begin with a slash");
        }
        return new RedirectRoute(
                Arguments.required("gloebit", gloebit),
                path,
                Arguments.required("session", session),
                Arguments.required("response", response));
    }

    @Override
    public void accept(HttpServerRoutes routes) {
        routes.get(path, (request, answer) -> response.apply(exchange(request), answer));
    }

    private Mono<Credential> exchange(HttpServerRequest request) {
        return Mono.defer(() -> {
            String value = session.apply(request);
            String target = request.uri();
            int query = target.indexOf('?');
            return value == null || !Arguments.isText(value, 4096)
                    ? Mono.error(
                            new CrossSiteStateException(FailureDetails.beforeSending("authorization-callback"), null))
                    : gloebit.exchange(query < 0 ? "" : target.substring(query + 1), value);
        });
    }
}
