package com.gloebit.simulator.internal.wire;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Random text for tokens and codes: unlike in every run, but no secret, so no blocking source is asked. */
public final class RandomText {
    private RandomText() {}

    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }
}
