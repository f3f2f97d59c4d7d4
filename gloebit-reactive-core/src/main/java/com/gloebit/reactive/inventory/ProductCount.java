package com.gloebit.reactive.inventory;

/**
 * The number of pieces of a product in an inventory.
 *
 * @param product the product's name
 * @param count the number of pieces, above 0 in a list
 */
public record ProductCount(String product, long count) {
    /** Contains no product name. */
    @Override
    public String toString() {
        return "ProductCount[" + count + "]";
    }
}
