package com.gloebit.examples.demo.tour;

import com.gloebit.examples.demo.output.Counted;
import com.gloebit.examples.demo.output.Receipts;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.examples.demo.shop.Shop;
import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.TransactionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An item, which only the shop knows, and a product, which Gloebit counts. Nothing tells how such purchases end. */
record PurchaseTopic(AuthorizedUser ada, Terminal terminal) {
    Flux<String> lines() {
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
                .startWith(terminal.stage("Ada buys an item and a product, and consumes one"));
    }

    private Mono<String> buy(String what, Purchase purchase) {
        return ada.purchase(purchase).map(receipt -> terminal.fact(what, Receipts.text(receipt)));
    }
}
