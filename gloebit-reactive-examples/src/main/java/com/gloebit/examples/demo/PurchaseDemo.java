package com.gloebit.examples.demo;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.Scope;
import com.gloebit.simulator.GloebitSimulator;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/** What the demo shows unless told otherwise: purchases, lost answers, many purchases at once, and the books. */
record PurchaseDemo(int purchases) implements Mode {
    @Override
    public Duration longest() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Flux<String> lines(Terminal terminal) {
        return Shop.open(
                Shop.service(Shop.opening(purchases)),
                client -> client.scopes(Scope.USER, Scope.BALANCE, Scope.INVENTORY, Scope.TRANSACT),
                (service, shop) -> new Stages(service, shop, terminal, purchases).lines());
    }

    /** The stages in their order. Each is a flux of lines; nothing happens before the lines are asked for. */
    private record Stages(GloebitSimulator service, Shop shop, Terminal terminal, int purchases) {
        Flux<String> lines() {
            return new Authorization(shop.client(), service.baseUri(), terminal)
                    .lines("gloebit-reactive: the demo", this::withUser);
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
                    Books.lines(books, terminal));
        }

        private Flux<String> meters() {
            return Flux.defer(() -> Flux.fromIterable(MeterTable.of(shop.meters())))
                    .startWith(terminal.stage("What the meters say"));
        }
    }
}
