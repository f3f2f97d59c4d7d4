package com.gloebit.examples.demo;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.Credential;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The authorization code flow, with the browser's part played by a script. */
final class Authorization {
    private static final String SESSION = "session-of-adas-browser";

    private final GloebitClient gloebit;
    private final URI service;
    private final Terminal terminal;
    private final ScriptedBrowser browser = new ScriptedBrowser();

    Authorization(GloebitClient gloebit, URI service, Terminal terminal) {
        this.gloebit = gloebit;
        this.service = service;
        this.terminal = terminal;
    }

    /** A title, how Ada lets the shop in, and what the shop does then. */
    Flux<String> lines(String title, Function<AuthorizedUser, Flux<String>> withUser) {
        return grant().flatMapMany(granted -> Flux.fromIterable(granted.lines())
                        .concatWith(withUser.apply(gloebit.user(granted.credential()))))
                .startWith(
                        terminal.title(title),
                        "A simulated Gloebit at " + service + ", in this process, over real HTTP.");
    }

    /** What the user allowed, and the lines that tell how. */
    private record Granted(Credential credential, List<String> lines) {}

    private Mono<Granted> grant() {
        return Mono.fromSupplier(() -> gloebit.authorizationUri(
                        AuthorizationRequest.forSession(SESSION).user(Shop.USER)))
                .flatMap(browser::open)
                .flatMap(login -> browser.logInAndApprove(login, Shop.USER, Shop.PASSWORD))
                .map(Page::redirect)
                .flatMap(callback -> gloebit.exchange(callback.getRawQuery(), SESSION)
                        .map(credential -> new Granted(credential, lines(callback, credential))));
    }

    /** Codes, states and tokens are secrets: none of them is shown. */
    private List<String> lines(URI callback, Credential credential) {
        return List.of(
                terminal.stage("Ada lets the shop in: OAuth 2.0, authorization code"),
                terminal.fact("browser", "GET " + service.resolve("oauth2/authorize") + ": log in, approve"),
                terminal.fact(
                        "redirect", "https://" + callback.getAuthority() + callback.getPath() + "?code=...&state=..."),
                terminal.fact("client", "POST oauth2/access-token gives " + credential));
    }
}
