package com.gloebit.examples.demo.shop;

import com.gloebit.examples.demo.browser.Page;
import com.gloebit.examples.demo.browser.ScriptedBrowser;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ApprovalPrompt;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The authorization code flow, with the browser's part played by a script. */
public final class Authorization {
    private static final String SESSION = "session-of-adas-browser";

    private final GloebitClient gloebit;
    private final ShopServer server;
    private final URI service;
    private final Terminal terminal;
    private final ScriptedBrowser browser = new ScriptedBrowser();

    public Authorization(Shop shop, URI service, Terminal terminal) {
        this.gloebit = shop.client();
        this.server = shop.server();
        this.service = service;
        this.terminal = terminal;
    }

    /** A title and more to begin with, how Ada lets the shop in, and what the shop does then. */
    public Flux<String> lines(String title, List<String> more, Function<AuthorizedUser, Flux<String>> withUser) {
        return granted()
                .flatMapMany(ada -> Flux.fromIterable(told(ada)).concatWith(withUser.apply(ada)))
                .startWith(more)
                .startWith(
                        terminal.title(title),
                        "A simulated Gloebit at " + service + ", in this process, over real HTTP.");
    }

    /** The browser comes back to the shop's server, where the code is exchanged and the credential saved. */
    private Mono<AuthorizedUser> granted() {
        return Mono.fromRunnable(() -> server.takeBrowsersBack(gloebit))
                .then(approved(AuthorizationRequest.forSession(SESSION).withUser(Shop.USER)))
                .flatMap(callback -> browser.openWithCookie(callback, ShopServer.SESSION, SESSION))
                .flatMap(welcome -> gloebit.user(Shop.USER)
                        .switchIfEmpty(Mono.error(() ->
                                new IllegalStateException("the shop did not let Ada in: HTTP " + welcome.status()))));
    }

    /** The same for a client that has no secret: it gets no code but the token, where no server sees it. */
    public Flux<String> implicitLines() {
        return approved(AuthorizationRequest.forSession(SESSION).withApprovalPrompt(ApprovalPrompt.AUTO))
                .flatMapMany(callback -> gloebit.exchange(callback.getRawFragment(), SESSION)
                        .flatMapMany(credential -> Flux.concat(
                                Flux.just(
                                        terminal.fact("redirect", withoutSecrets(callback) + "#token=...&state=..."),
                                        terminal.fact("client", "sends nothing, and has " + credential)),
                                gloebit.withCredential(credential)
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
        return callback.getScheme() + "://" + callback.getAuthority() + callback.getPath();
    }

    /** Codes, states and tokens are secrets: none of them is shown. */
    private List<String> told(AuthorizedUser ada) {
        return List.of(
                terminal.stage("Ada lets the shop in: OAuth 2.0, authorization code"),
                terminal.fact("browser", "GET " + service.resolve("oauth2/authorize") + ": log in, approve"),
                terminal.fact("redirect", withoutSecrets(server.callback()) + "?code=...&state=..."),
                terminal.fact("shop", "POST oauth2/access-token gives " + ada.credential()));
    }
}
