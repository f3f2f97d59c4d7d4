package com.gloebit.reactive.canary;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads every meter of a client when it is added; its name and tags stay what they are. */
public final class CanaryMeters {
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    private CanaryMeters() {}

    /** A registry for a client whose test does not ask for meters: {@link CanaryGuard} does. */
    public static SimpleMeterRegistry watched() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        meters.config().onMeterAdded(meter -> {
            List<String> canaries = Canaries.in(meter);
            if (!canaries.isEmpty()) {
                FOUND.add(canaries + " in the meter " + meter.getId());
            }
        });
        return meters;
    }

    /** Meters with a secret, since it was last asked. */
    static List<String> found() {
        List<String> found = new ArrayList<>();
        for (String next = FOUND.poll(); next != null; next = FOUND.poll()) {
            found.add(next);
        }
        return found;
    }
}
