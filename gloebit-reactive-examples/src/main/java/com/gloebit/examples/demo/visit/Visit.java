package com.gloebit.examples.demo.visit;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.CrossSiteStateException;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.settings.GloebitEnvironment;
import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A user of an existing service authorizes the demo, and the demo reads. It does not request the right to spend. */
public record Visit(GloebitEnvironment environment, ClientSecrets secrets, RedirectUri redirectUri, Duration waiting)
        implements Mode {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** For everything but the user. */
    private static final Duration CALLS = Duration.ofMinutes(5);

    @Override
    public Duration longest() {
        return waiting.plus(CALLS);
    }

    @Override
    public Flux<String> lines(Terminal terminal) {
        String session = UUID.randomUUID().toString();
        return Flux.usingWhen(
                        Mono.fromSupplier(this::client),
                        client -> Flux.concat(
                                Flux.just(
                                        terminal.title("gloebit-reactive: a visit that only reads"),
                                        "Gloebit at " + environment.baseUri() + ", application " + secrets.key()),
                                reachable(client).thenMany(Flux.empty()),
                                RedirectListener.during(
                                        redirectUri, queries -> admitted(client, session, queries, terminal))),
                        client -> client.closeGracefully(CLOSING))
                .onErrorMap(
                        ServiceUnreachableException.class,
                        unreachable -> new VisitFailedException(
                                "cannot reach " + environment.baseUri() + ": " + unreachable.getMessage(),
                                unreachable));
    }

    private GloebitClient client() {
        return GloebitClient.builder(secrets)
                .environment(environment)
                .redirectUri(redirectUri.uri())
                .scopes(Scope.USER, Scope.BALANCE, Scope.INVENTORY, Scope.CHARACTER)
                .build();
    }

    /** Nobody is sent to a service that is not there. What it says of a token that is none does not matter. */
    private static Mono<Void> reachable(GloebitClient client) {
        return client.withCredential(Credential.of("is-anybody-there"))
                .verify()
                .onErrorComplete(AccessTokenInvalidException.class)
                .onErrorComplete(RequestRefusedException.class)
                .onErrorComplete(UnexpectedStatusException.class);
    }

    private Flux<String> admitted(GloebitClient client, String session, Flux<String> queries, Terminal terminal) {
        return credential(client, session, queries)
                .flatMapMany(credential -> reading(client.withCredential(credential), terminal)
                        .startWith(terminal.fact("client", "has " + credential)))
                .startWith(
                        terminal.stage("Open this in a browser, log in and allow it"),
                        "",
                        client.authorizationUri(AuthorizationRequest.forSession(session))
                                .toString(),
                        "",
                        terminal.fact("waits", waiting.toSeconds() + " s for the browser at " + redirectUri.uri()));
    }

    /** Any program of this machine can call the redirect URI: what does not belong to this session ends nothing. */
    private Mono<Credential> credential(GloebitClient client, String session, Flux<String> queries) {
        return queries.takeUntilOther(Mono.delay(waiting))
                .concatMap(query -> client.exchange(query, session).onErrorComplete(CrossSiteStateException.class))
                .next()
                .switchIfEmpty(Mono.error(this::noUserCame));
    }

    private VisitFailedException noUserCame() {
        return new VisitFailedException("no browser came back to " + redirectUri.uri() + " within "
                + waiting.toSeconds()
                + " s: access was not allowed, or the application's configuration does not allow this redirect URI");
    }

    private static Flux<String> reading(AuthorizedUser user, Terminal terminal) {
        return new Reading(user, terminal).lines();
    }
}
