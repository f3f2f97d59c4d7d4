package com.gloebit.simulator.internal.wire;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Creates version 4 UUIDs without blocking. The JDK's generator reads a device, which can block an event loop. */
public final class RandomId {
    private RandomId() {}

    public static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62));
    }
}
