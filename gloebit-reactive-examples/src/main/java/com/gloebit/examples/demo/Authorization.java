package com.gloebit.examples.demo;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.Credential;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ApprovalPrompt;
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
        return approved(AuthorizationRequest.forSession(SESSION).user(Shop.USER))
                .flatMap(callback -> gloebit.exchange(callback.getRawQuery(), SESSION)
                        .map(credential -> new Granted(credential, lines(callback, credential))));
    }

    /** The same for a client that has no secret: it gets no code but the token, where no server sees it. */
    Flux<String> implicitLines() {
        return approved(AuthorizationRequest.forSession(SESSION).approvalPrompt(ApprovalPrompt.AUTO))
                .flatMapMany(callback -> gloebit.exchange(callback.getRawFragment(), SESSION)
                        .flatMapMany(credential -> Flux.concat(
                                Flux.just(
                                        terminal.fact("redirect", withoutSecrets(callback) + "#token=...&state=..."),
                                        terminal.fact("client", "sends nothing, and has " + credential)),
                                gloebit.user(credential)
                                        .balance()
                                        .map(found -> terminal.fact("balance", found.toPlainString() + " gloebits")))))
                .startWith(terminal.stage("A program without a secret: OAuth 2.0, implicit grant"));
    }

    private Mono<URI> approved(AuthorizationRequest request) {
        return Mono.fromSupplier(() -> gloebit.authorizationUri(request))
                .flatMap(browser::open)
                .flatMap(login -> browser.logInAndApprove(login, Shop.USER, Shop.PASSWORD))
                .map(Page::redirect);
    }

    private static String withoutSecrets(URI callback) {
        return "https://" + callback.getAuthority() + callback.getPath();
    }

    /** Codes, states and tokens are secrets: none of them is shown. */
    private List<String> lines(URI callback, Credential credential) {
        return List.of(
                terminal.stage("Ada lets the shop in: OAuth 2.0, authorization code"),
                terminal.fact("browser", "GET " + service.resolve("oauth2/authorize") + ": log in, approve"),
                terminal.fact("redirect", withoutSecrets(callback) + "?code=...&state=..."),
                terminal.fact("client", "POST oauth2/access-token gives " + credential));
    }
}
