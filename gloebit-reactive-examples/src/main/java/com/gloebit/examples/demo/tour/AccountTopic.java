package com.gloebit.examples.demo.tour;

import com.gloebit.examples.demo.browser.ScriptedBrowser;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.PurchasePageRequest;
import java.net.URI;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Token, user and balance, and the page on which users buy gloebits. */
record AccountTopic(AuthorizedUser ada, GloebitEnvironment environment, URI thanks, Terminal terminal) {
    Flux<String> lines() {
        URI page = environment.purchaseUri(PurchasePageRequest.PLAIN.withReturnTo(Shop.KEY, thanks));
        return Flux.concat(
                        ada.verify().thenReturn(terminal.fact("token", "accepted")),
                        ada.info().map(info -> terminal.fact("user", info.name() + ", id " + info.id())),
                        balance(),
                        Mono.just(terminal.fact("buy more", "at " + page)),
                        buyGloebits(page),
                        balance())
                .startWith(terminal.stage("Ada's account"));
    }

    private Mono<String> balance() {
        return ada.balance().map(found -> terminal.fact("balance", found.toPlainString() + " gloebits"));
    }

    private Mono<String> buyGloebits(URI page) {
        ScriptedBrowser browser = new ScriptedBrowser();
        return browser.open(page)
                .flatMap(login -> browser.logInAndSubmit(login, Shop.USER, Shop.PASSWORD, Map.of("amount", "20")))
                .thenReturn(terminal.fact("browser", "log in, buy 20"));
    }
}
