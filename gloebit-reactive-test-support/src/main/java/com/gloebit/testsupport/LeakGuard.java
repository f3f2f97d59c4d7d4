package com.gloebit.testsupport;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class in which Netty found a leaked buffer. Netty itself only logs it. JUnit registers the guard in each
 * module that depends on this one, before any buffer is made.
 */
public final class LeakGuard implements AfterAllCallback {
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    static {
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new Factory());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        String leaks = leaksFound();
        if (!leaks.isEmpty()) {
            throw new AssertionError("leaked buffers in or before " + context.getDisplayName() + ":\n" + leaks);
        }
    }

    /** A leak shows when the buffer is collected and another is made. */
    static String leaksFound() {
        System.gc();
        for (int i = 0; i < 200; i++) {
            PooledByteBufAllocator.DEFAULT.buffer(16).release();
        }
        String leaks = String.join("\n", LEAKS);
        LEAKS.clear();
        return leaks;
    }

    private static final class Factory extends ResourceLeakDetectorFactory {
        @Override
        @SuppressWarnings("deprecation") // the one abstract method
        public <T> ResourceLeakDetector<T> newResourceLeakDetector(
                Class<T> resource, int samplingInterval, long maxActive) {
            return new Recording<>(resource, samplingInterval);
        }
    }

    private static final class Recording<T> extends ResourceLeakDetector<T> {
        Recording(Class<T> resource, int samplingInterval) {
            super(resource, samplingInterval);
        }

        @Override
        protected boolean needReport() {
            return true;
        }

        @Override
        protected void reportTracedLeak(String resourceType, String records) {
            LEAKS.add(resourceType + records);
        }

        @Override
        protected void reportUntracedLeak(String resourceType) {
            LEAKS.add(resourceType);
        }
    }
}
