package com.gloebit.examples.demo.tour;

import com.gloebit.examples.demo.output.Counted;
import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.reactive.inventory.Products;
import reactor.core.publisher.Flux;

/** The products of an inventory. A user's and a character's are used alike. */
record ProductTopic(Products products, Terminal terminal) {
    Flux<String> lines(String title) {
        return Flux.concat(
                        products.grant(Tour.TORCH, 3)
                                .map(count -> terminal.fact("grant 3", count + " x " + Tour.TORCH)),
                        products.consume(Tour.TORCH, 1)
                                .map(count -> terminal.fact("consume 1", count + " x " + Tour.TORCH)),
                        products.setCount(Tour.STRANGE_PRODUCT, 7)
                                .map(count -> terminal.fact("set to 7", count + " x " + Tour.STRANGE_PRODUCT)),
                        Counted.inventory(products).map(found -> terminal.fact("inventory", found)))
                .startWith(terminal.stage(title));
    }
}
