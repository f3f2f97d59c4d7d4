package com.gloebit.simulator.internal.wire;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Version 4 UUIDs that are made on an event loop: the JDK's own generator reads a device, and that can block. */
public final class RandomId {
    private RandomId() {}

    public static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62));
    }
}
