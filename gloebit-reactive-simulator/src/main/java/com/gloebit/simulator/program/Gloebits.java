package com.gloebit.simulator.program;

import java.math.BigDecimal;
import java.util.Optional;

/** An amount as it is typed: digits, perhaps a point, no sign and no exponent. */
final class Gloebits {
    private Gloebits() {}

    static Optional<BigDecimal> parse(String text) {
        return text.matches("[0-9]{1,15}(\\.[0-9]{1,15})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
