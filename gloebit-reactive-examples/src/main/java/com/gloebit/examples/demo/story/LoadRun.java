package com.gloebit.examples.demo.story;

import com.gloebit.examples.demo.output.ProgressBar;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Books;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Many purchases, so many of them at once, each until it is delivered, and the books afterwards. */
final class LoadRun {
    private static final int CONCURRENCY = 64;
    private static final String ID_PREFIX = "load-";

    private final AuthorizedUser ada;
    private final Checkout checkout;
    private final Supplier<Books> books;
    private final Terminal terminal;
    private final int purchases;

    LoadRun(AuthorizedUser ada, Checkout checkout, Supplier<Books> books, Terminal terminal, int purchases) {
        this.ada = ada;
        this.checkout = checkout;
        this.books = books;
        this.terminal = terminal;
        this.purchases = purchases;
    }

    Flux<String> lines() {
        return Flux.defer(this::run)
                .startWith(terminal.stage(
                        purchases + " purchases, " + CONCURRENCY + " at a time, each until it is delivered"));
    }

    private Flux<String> run() {
        Latencies latencies = new Latencies(purchases);
        ProgressBar progress = new ProgressBar(terminal, purchases);
        return Flux.range(1, purchases)
                .flatMap(this::latencyOfOne, CONCURRENCY)
                // Drawing waits for the terminal, so it is not done on an event loop.
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(latencies::add)
                .doOnNext(latency -> progress.step())
                .then(Mono.fromSupplier(() -> report(latencies)))
                .flatMapIterable(lines -> lines);
    }

    private Mono<Long> latencyOfOne(int number) {
        ItemPurchase spark = ItemPurchase.of(TransactionId.of(ID_PREFIX + number), "spark", Shop.LOAD_PRICE)
                .withUsername(Shop.USER);
        return Mono.defer(() -> {
            long begun = System.nanoTime();
            return ada.purchase(spark)
                    .then(checkout.delivered(spark.transactionId()))
                    .then(Mono.fromSupplier(() -> System.nanoTime() - begun));
        });
    }

    private List<String> report(Latencies latencies) {
        return List.of(
                terminal.fact("throughput", latencies.throughput()),
                terminal.fact("latency", latencies.percentiles()),
                terminal.fact(
                        "",
                        "From the order to the delivery: one request and two callbacks, each on its own connection."),
                terminal.fact("", "A cold JVM, client and service in one process: no benchmark."),
                terminal.good(books.get().bookedOnceEach(ID_PREFIX, purchases, Shop.LOAD_PRICE)));
    }
}
