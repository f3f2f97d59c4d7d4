package com.gloebit.examples.demo;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.simulator.GloebitSimulator;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/** The stages of the demo in their order. Each is a flux of lines; nothing happens before the lines are asked for. */
final class Tour {
    private final GloebitSimulator service;
    private final Shop shop;
    private final Terminal terminal;
    private final int purchases;

    Tour(GloebitSimulator service, Shop shop, Terminal terminal, int purchases) {
        this.service = service;
        this.shop = shop;
        this.terminal = terminal;
        this.purchases = purchases;
    }

    Flux<String> lines() {
        return Flux.just(
                        terminal.title("gloebit-reactive: the demo"),
                        "A simulated Gloebit at " + service.baseUri() + ", in this process, over real HTTP.")
                .concatWith(new Authorization(shop.client(), service.baseUri(), terminal)
                        .grant()
                        .flatMapMany(granted -> Flux.fromIterable(granted.lines())
                                .concatWith(withUser(shop.client().user(granted.credential())))));
    }

    private Flux<String> withUser(AuthorizedUser ada) {
        Supplier<Books> books = () -> Books.of(service, Shop.opening(purchases));
        Purchases bought = new Purchases(ada, terminal);
        return Flux.concat(
                bought.overview(),
                bought.buyAndConsume(),
                bought.overspend(),
                new LostAnswers(ada, service, books, terminal).lines(),
                new LoadRun(ada, books, terminal, purchases).lines(),
                meters(),
                conservation(books));
    }

    private Flux<String> meters() {
        return Flux.defer(() -> Flux.fromIterable(MeterTable.of(shop.meters())))
                .startWith(terminal.stage("What the meters say"));
    }

    private Flux<String> conservation(Supplier<Books> books) {
        return Flux.defer(() -> Flux.fromIterable(books.get().balanced()))
                .map(terminal::good)
                .startWith(terminal.stage("The books"));
    }
}
