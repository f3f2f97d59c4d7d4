package com.gloebit.examples.demo.story;

import java.util.Arrays;
import java.util.Locale;

/** What each purchase of a run took. Used by one thread at a time. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] nanos;
    private final long begun = System.nanoTime();
    private long lastAdded = begun;
    private int count;

    Latencies(int capacity) {
        this.nanos = new long[capacity];
    }

    void add(long latency) {
        nanos[count] = latency;
        count++;
        lastAdded = System.nanoTime();
    }

    String throughput() {
        double seconds = (lastAdded - begun) / NANOS_PER_SECOND;
        return String.format(Locale.ROOT, "%.0f purchases/s (%d in %.2f s)", count / seconds, count, seconds);
    }

    String percentiles() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", millis(50), millis(99));
    }

    /** By nearest rank: the smallest latency that so many percent do not exceed. */
    double millis(int percent) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(count * percent / 100.0);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }
}
