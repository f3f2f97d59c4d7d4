package com.gloebit.examples.demo;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.reactive.transaction.BuyGloebits;
import java.net.URI;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Token, user and balance, and where gloebits are bought. */
record AccountTopic(AuthorizedUser ada, GloebitEnvironment environment, Terminal terminal) {
    Flux<String> lines() {
        BuyGloebits andBack = BuyGloebits.PLAIN.returnTo(Shop.KEY, URI.create("https://lantern-shop.example/"));
        return Flux.concat(
                        ada.verify().thenReturn(terminal.fact("token", "accepted")),
                        ada.info().map(info -> terminal.fact("user", info.name() + ", id " + info.id())),
                        ada.balance().map(found -> terminal.fact("balance", found.toPlainString() + " gloebits")),
                        Mono.fromSupplier(() -> terminal.fact("buy more", "at " + environment.purchaseUri(andBack))))
                .startWith(terminal.stage("Ada's account"));
    }
}
