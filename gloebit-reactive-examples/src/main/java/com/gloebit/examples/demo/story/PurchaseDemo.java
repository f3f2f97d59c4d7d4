package com.gloebit.examples.demo.story;

import com.gloebit.examples.demo.output.Mode;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Authorization;
import com.gloebit.examples.demo.shop.Books;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.Holds;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.simulator.GloebitSimulator;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Purchases from the order to the delivery, rejections, lost answers, many purchases at once, and the books.
 *
 * @param purchases how many are made at once
 * @param meters whether the client's meters are printed
 */
public record PurchaseDemo(int purchases, boolean meters) implements Mode {
    @Override
    public Duration longest() {
        return Duration.ofMinutes(5).plus(Duration.ofMillis(10).multipliedBy(purchases));
    }

    @Override
    public Flux<String> lines(Terminal terminal) {
        Fulfilment fulfilment = new Fulfilment();
        return Shop.open(
                Shop.service(Shop.opening(purchases)),
                (client, server) -> client.scopes(Scope.USER, Scope.BALANCE, Scope.INVENTORY, Scope.TRANSACT)
                        .signingKey(Shop.randomKey())
                        .holds(HoldSettings.of(server.holds(), TransactionJournal.inMemory(), fulfilment)),
                (service, shop) -> new Stages(this, service, shop, fulfilment, terminal).lines());
    }

    /** The stages in their order. Each is a flux of lines; nothing happens before the lines are asked for. */
    private record Stages(
            PurchaseDemo mode, GloebitSimulator service, Shop shop, Fulfilment fulfilment, Terminal terminal) {
        Flux<String> lines() {
            Holds holds = shop.client().holds();
            return Flux.using(
                    () -> {
                        shop.server().add(holds.routes());
                        // What an application with holds does from its start to its end.
                        return holds.recovery(Duration.ofSeconds(5)).subscribe();
                    },
                    recovery -> new Authorization(shop, service.baseUri(), terminal)
                            .lines("gloebit-reactive: the demo", Legend.lines(terminal), this::withUser),
                    Disposable::dispose);
        }

        private Flux<String> withUser(AuthorizedUser ada) {
            Supplier<Books> books = () -> Books.of(service, Shop.opening(mode.purchases()));
            Checkout checkout = new Checkout(shop.client().holds(), fulfilment);
            Purchases bought = new Purchases(ada, checkout, terminal);
            return Flux.concat(
                    bought.overview(),
                    bought.buyAndConsume(),
                    bought.overspend(),
                    new SoldOut(ada, checkout, service, books, terminal).lines(),
                    new LostAnswers(ada, checkout, service, books, terminal).lines(),
                    new LoadRun(ada, checkout, books, terminal, mode.purchases()).lines(),
                    answeredCallbacks(),
                    mode.meters() ? meters() : Flux.empty(),
                    Books.lines(books, terminal),
                    deliveries(books));
        }

        /** A settlement is told before the callback that brought it is answered and counted. */
        private Flux<String> answeredCallbacks() {
            return Mono.fromCallable(() -> service.holdCallbacks().awaitIdle(Duration.ofSeconds(10)))
                    .subscribeOn(Schedulers.boundedElastic())
                    .thenMany(Flux.empty());
        }

        private Flux<String> meters() {
            return Flux.defer(() -> Flux.fromIterable(MeterTable.of(shop.meters())))
                    .startWith(terminal.stage("Meters"));
        }

        private Mono<String> deliveries(Supplier<Books> books) {
            return Mono.fromSupplier(() -> terminal.good(books.get().deliveredOnceEach(fulfilment.delivered())));
        }
    }
}
