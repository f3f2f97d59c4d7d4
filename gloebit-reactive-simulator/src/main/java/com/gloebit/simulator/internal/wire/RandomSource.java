package com.gloebit.simulator.internal.wire;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Creates ids, tokens and codes without blocking. The JDK's generator of UUIDs reads a device, which can block an event
 * loop. Tokens and codes protect nothing here, so they need not be secure.
 */
public final class RandomSource {
    private final Supplier<? extends RandomGenerator> random;

    /** @param random returns the generator of the current thread */
    public RandomSource(Supplier<? extends RandomGenerator> random) {
        this.random = random;
    }

    public static RandomSource ofThread() {
        return new RandomSource(ThreadLocalRandom::current);
    }

    /** Returns a version 4 UUID. */
    public UUID uuid() {
        RandomGenerator generator = random.get();
        return new UUID((generator.nextLong() & ~0xF000L) | 0x4000L, (generator.nextLong() & ~(3L << 62)) | (2L << 62));
    }

    /** Returns a text of 32 hexadecimal digits. */
    public String text() {
        RandomGenerator generator = random.get();
        return String.format(Locale.ROOT, "%016x%016x", generator.nextLong(), generator.nextLong());
    }
}
