package com.gloebit.reactive.inventory;

/**
 * How many of a product an inventory holds.
 *
 * @param product the product's name
 * @param count above 0 in a list
 */
public record ProductCount(String product, long count) {
    /** Names no product. */
    @Override
    public String toString() {
        return "ProductCount[" + count + "]";
    }
}
