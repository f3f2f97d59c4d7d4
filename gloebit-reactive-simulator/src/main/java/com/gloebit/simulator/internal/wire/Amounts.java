package com.gloebit.simulator.internal.wire;

import java.math.BigDecimal;

/** Exact amounts of gloebits. */
public final class Amounts {
    private static final BigDecimal FEE_RATE = new BigDecimal("0.02");
    private static final int MAX_DIGITS = 30;

    private Amounts() {}

    public static BigDecimal fee(BigDecimal amount) {
        return amount.multiply(FEE_RATE);
    }

    /** Returns the one representation of a number: 75, not 75.00 or 7.5E+1. */
    public static BigDecimal normal(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Whether arithmetic with a number is safe: adding 1e999999999 would exhaust the memory. */
    public static boolean reasonable(BigDecimal amount) {
        return amount.precision() <= MAX_DIGITS && Math.abs(amount.scale()) <= MAX_DIGITS;
    }
}
