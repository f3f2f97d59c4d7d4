package com.gloebit.simulator;

import com.gloebit.simulator.internal.wire.Arguments;
import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * A product of the applications' configuration pages. Every application of the simulator offers it; what a user owns of
 * it is counted per application.
 *
 * @param name the name, any text
 * @param price gloebits for one
 * @param available whether it can be bought
 * @param grantable whether the application may give it away
 * @param limit how many one inventory may hold, empty for any number
 */
public record Product(String name, BigDecimal price, boolean available, boolean grantable, OptionalInt limit) {

    /**
     * Checks the parts.
     *
     * @param name the name, not blank
     * @param price gloebits for one, 0 or more
     * @param available whether it can be bought
     * @param grantable whether the application may give it away
     * @param limit how many one inventory may hold
     */
    public Product {
        Arguments.notBlank("name", name);
        price = Arguments.notNegative("price", price);
        limit.ifPresent(count -> Arguments.positive("limit", count));
    }

    /**
     * An available product that is not grantable and has no limit.
     *
     * @param name the name, any text
     * @param price gloebits for one
     * @return the product
     */
    public static Product of(String name, BigDecimal price) {
        return new Product(name, price, true, false, OptionalInt.empty());
    }

    /**
     * The same product with a limit per inventory.
     *
     * @param count how many one inventory may hold, 1 or more
     * @return the changed product
     */
    public Product withLimit(int count) {
        return new Product(name, price, available, grantable, OptionalInt.of(count));
    }

    /**
     * The same product with another grantable flag.
     *
     * @param value whether the application may give it away
     * @return the changed product
     */
    public Product withGrantable(boolean value) {
        return new Product(name, price, available, value, limit);
    }

    /**
     * The same product with another availability flag.
     *
     * @param value whether it can be bought
     * @return the changed product
     */
    public Product withAvailable(boolean value) {
        return new Product(name, price, value, grantable, limit);
    }
}
