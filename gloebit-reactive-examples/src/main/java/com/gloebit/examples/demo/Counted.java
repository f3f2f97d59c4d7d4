package com.gloebit.examples.demo;

import com.gloebit.reactive.inventory.ProductCount;
import java.util.List;

/** What an inventory holds, in words. */
final class Counted {
    private Counted() {}

    static String text(ProductCount product) {
        return product.count() + " x " + product.product();
    }

    static String joined(List<String> products) {
        return products.isEmpty() ? "empty" : String.join(", ", products);
    }
}
