package com.gloebit.simulator;

import com.gloebit.simulator.internal.wire.Arguments;
import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * A product of the applications' configuration pages. Every application of the simulator offers it. The units that a
 * user owns are counted per application.
 *
 * @param name the name, any text
 * @param price gloebits for one unit
 * @param available whether it can be bought
 * @param grantable whether the application may give it away
 * @param limit the maximum number in one inventory; empty for no limit
 */
public record Product(String name, BigDecimal price, boolean available, boolean grantable, OptionalInt limit) {

    /**
     * Validates the components.
     *
     * @param name the name, not blank
     * @param price gloebits for one unit, 0 or more
     * @param available whether it can be bought
     * @param grantable whether the application may give it away
     * @param limit the maximum number in one inventory, 1 or more
     */
    public Product {
        Arguments.notBlank("name", name);
        price = Arguments.notNegative("price", price);
        limit.ifPresent(count -> Arguments.positive("limit", count));
    }

    /**
     * Returns an available product that is not grantable and has no limit.
     *
     * @param name the name, any text
     * @param price gloebits for one unit
     * @return the product
     */
    public static Product of(String name, BigDecimal price) {
        return new Product(name, price, true, false, OptionalInt.empty());
    }

    /**
     * Returns a copy with a limit per inventory.
     *
     * @param count the maximum number in one inventory, 1 or more
     * @return a copy
     */
    public Product withLimit(int count) {
        return new Product(name, price, available, grantable, OptionalInt.of(count));
    }

    /**
     * Returns a copy that is grantable or not.
     *
     * @param value whether the application may give it away
     * @return a copy
     */
    public Product withGrantable(boolean value) {
        return new Product(name, price, available, value, limit);
    }

    /**
     * Returns a copy that is available or not.
     *
     * @param value whether it can be bought
     * @return a copy
     */
    public Product withAvailable(boolean value) {
        return new Product(name, price, value, grantable, limit);
    }
}
