package com.gloebit.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that the guard reports a leaked buffer. */
@ExtendWith(LeakGuard.class)
class LeakGuardTest {
    @Test
    void unreleasedBufferIsReported() {
        leak();
        String found = "";
        for (int i = 0; i < 50 && found.isEmpty(); i++) {
            found = LeakGuard.leaksFound();
        }
        assertThat(found).contains("ByteBuf");
    }

    private static void leak() {
        PooledByteBufAllocator.DEFAULT.buffer(16).writeByte(1);
    }
}
