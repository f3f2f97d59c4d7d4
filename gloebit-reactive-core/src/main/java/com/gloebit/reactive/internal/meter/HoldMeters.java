package com.gloebit.reactive.internal.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** The timer of callbacks. Tags are words of ours; each combination is looked up once. */
public final class HoldMeters {
    private final MeterRegistry registry;
    private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();

    public HoldMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Rare: looked up each time. */
    public void contradicted(String step) {
        Counter.builder(MeterName.HOLDS_CONTRADICTED.text())
                .description(MeterName.HOLDS_CONTRADICTED.description())
                .tag("step", step)
                .register(registry)
                .increment();
    }

    public void answered(String step, String answer, long nanos) {
        timers.computeIfAbsent(
                        step + ' ' + answer,
                        key -> Timer.builder(MeterName.HOLDS.text())
                                .description(MeterName.HOLDS.description())
                                .tag("step", step)
                                .tag("answer", answer)
                                .register(registry))
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
