package com.gloebit.reactive.internal.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The meters of callbacks. All tag values are constants of ours; the timer of each combination is looked up once. */
public final class HoldMeters {
    private final MeterRegistry registry;
    private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();

    public HoldMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Looks the counter up each time, because it is rarely needed. */
    public void contradicted(String step) {
        Counter counter = Registration.attempt(
                MeterName.HOLDS_CONTRADICTED,
                () -> Counter.builder(MeterName.HOLDS_CONTRADICTED.text())
                        .description(MeterName.HOLDS_CONTRADICTED.description())
                        .tag("step", step)
                        .register(registry));
        if (counter != null) {
            counter.increment();
        }
    }

    public void answered(String step, String answer, long nanos) {
        Timer timer = timers.computeIfAbsent(step + ' ' + answer, key -> register(step, answer));
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private @Nullable Timer register(String step, String answer) {
        return Registration.attempt(
                MeterName.HOLDS,
                () -> Timer.builder(MeterName.HOLDS.text())
                        .description(MeterName.HOLDS.description())
                        .tag("step", step)
                        .tag("answer", answer)
                        .register(registry));
    }
}
