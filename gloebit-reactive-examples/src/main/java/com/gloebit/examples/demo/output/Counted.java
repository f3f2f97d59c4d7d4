package com.gloebit.examples.demo.output;

import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.inventory.Products;
import reactor.core.publisher.Mono;

/** What an inventory holds, in words. */
public final class Counted {
    private Counted() {}

    public static String text(ProductCount product) {
        return product.count() + " x " + product.product();
    }

    public static Mono<String> inventory(Products products) {
        return products.list()
                .map(Counted::text)
                .collectList()
                .map(found -> found.isEmpty() ? "empty" : String.join(", ", found));
    }
}
