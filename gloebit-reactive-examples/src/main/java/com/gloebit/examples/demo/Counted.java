package com.gloebit.examples.demo;

import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.inventory.Products;
import reactor.core.publisher.Mono;

/** What an inventory holds, in words. */
final class Counted {
    private Counted() {}

    static String text(ProductCount product) {
        return product.count() + " x " + product.product();
    }

    static Mono<String> inventory(Products products) {
        return products.list()
                .map(Counted::text)
                .collectList()
                .map(found -> found.isEmpty() ? "empty" : String.join(", ", found));
    }
}
