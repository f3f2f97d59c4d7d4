package com.gloebit.examples.demo.story;

import com.gloebit.examples.demo.output.Counted;
import com.gloebit.examples.demo.output.Receipts;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The everyday calls: look, buy, consume, and be rejected. */
record Purchases(AuthorizedUser ada, Checkout checkout, Terminal terminal) {
    Flux<String> overview() {
        return Mono.zip(ada.info(), ada.balance(), Counted.inventory(ada.products()))
                .flatMapIterable(found -> List.of(
                        terminal.fact("user", found.getT1().name()),
                        terminal.fact("balance", found.getT2().toPlainString() + " gloebits"),
                        terminal.fact("inventory", found.getT3())))
                .startWith(terminal.stage("Ada's account"));
    }

    Flux<String> buyAndConsume() {
        return Flux.concat(
                        buy(
                                "2 torches",
                                ItemPurchase.of(TransactionId.of("order-1"), "torch", 3)
                                        .withQuantity(2)),
                        buy(
                                "2 potions",
                                ProductPurchase.of(TransactionId.of("order-2"), Shop.PRODUCT)
                                        .withQuantity(2)),
                        ada.products()
                                .consume(Shop.PRODUCT, 1)
                                .map(left -> terminal.fact("drinks one", left + " left")),
                        Counted.inventory(ada.products()).map(found -> terminal.fact("inventory", found)))
                .startWith(terminal.stage("Ada buys an item and a product; the shop delivers when Gloebit calls"));
    }

    /** Each kind of failure has its type; this one says that nothing was or will be charged. */
    Flux<String> overspend() {
        return ada.purchase(ItemPurchase.of(TransactionId.of("order-3"), "castle", 1_000_000))
                .flatMap(receipt -> Mono.<String>error(new IllegalStateException("Ada cannot pay for " + receipt)))
                .onErrorResume(TransactionRejectedException.class, rejected -> Mono.just(rejection(rejected)))
                .flux()
                .startWith(terminal.stage("Ada wants a castle for 1000000 gloebits"));
    }

    private Flux<String> buy(String what, Purchase purchase) {
        TransactionId order = purchase.transactionId();
        return Flux.concat(
                ada.purchase(purchase).map(receipt -> terminal.fact(what, Receipts.text(receipt))),
                checkout.delivered(order).thenReturn(terminal.fact("paid", order + ", and delivered")));
    }

    private String rejection(TransactionRejectedException rejected) {
        return terminal.fact(
                "rejected",
                "stage %s, failure %s (%s), outcome %s"
                        .formatted(
                                rejected.stage(),
                                rejected.failure(),
                                rejected.failure().code(),
                                rejected.outcome()));
    }
}
