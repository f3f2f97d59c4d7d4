package com.gloebit.examples.demo.story;

import com.gloebit.examples.demo.output.Receipts;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Books;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.GloebitSimulator;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gloebit accepts a purchase, asks the shop before it commits, and is told no. Nothing may be charged: it is proved. */
final class SoldOut {
    private final AuthorizedUser ada;
    private final Checkout checkout;
    private final GloebitSimulator service;
    private final Supplier<Books> books;
    private final Terminal terminal;

    SoldOut(AuthorizedUser ada, Checkout checkout, GloebitSimulator service, Supplier<Books> books, Terminal terminal) {
        this.ada = ada;
        this.checkout = checkout;
        this.service = service;
        this.books = books;
        this.terminal = terminal;
    }

    Flux<String> lines() {
        TransactionId order = TransactionId.of("order-4");
        ItemPurchase lantern = ItemPurchase.of(order, "lantern", new BigDecimal("12.25"));
        return Flux.defer(() -> {
                    BigDecimal before = service.balance(Shop.USER);
                    checkout.fulfilment().sellOut(order);
                    return ada.purchase(lantern)
                            .flatMapMany(receipt -> cancellation(order)
                                    .flatMapIterable(cancelled -> proof(lantern, receipt, cancelled, before)));
                })
                .startWith(
                        terminal.stage("Ada buys a lantern, and it is sold out: the shop says so when Gloebit asks"));
    }

    private Mono<TransactionCancelledException> cancellation(TransactionId order) {
        return checkout.delivered(order)
                .then(Mono.<TransactionCancelledException>error(
                        () -> new IllegalStateException(order + " was delivered, and there was nothing to deliver")))
                .onErrorResume(TransactionCancelledException.class, Mono::just)
                .delayUntil(cancelled -> checkout.ended(order));
    }

    private List<String> proof(
            ItemPurchase lantern, Receipt receipt, TransactionCancelledException cancelled, BigDecimal before) {
        Books now = books.get();
        return List.of(
                terminal.fact("receipt", Receipts.text(receipt)),
                terminal.fact("settlement", cancelled.getClass().getSimpleName() + ", outcome " + cancelled.outcome()),
                terminal.fact("ledger", now.onlyCancellationOf(lantern.transactionId(), lantern.total())),
                terminal.good(now.notCharged(before)));
    }
}
