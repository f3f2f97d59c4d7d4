package com.gloebit.simulator.internal.wire;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Creates random text for tokens and codes. They protect nothing, so the source need not be secure and does not block.
 */
public final class RandomText {
    private RandomText() {}

    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }
}
