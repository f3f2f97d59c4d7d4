package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.internal.endpoint.CallFamily;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of breakers or retries whose meters a registry does not have yet. It keeps the first meter of a name and its tags
 * only, and whoever takes that out takes it from all. A tag that tells clients apart would not do: some registries show
 * meters of one name only if they have the same tags, and the application may have breakers of its own.
 */
final class FreeNames {
    private FreeNames() {}

    /** Returns what a name ends with: nothing for the first client of its environment, a number for each that joins it. */
    static String ending(String environment, String meterNames, MeterRegistry meters) {
        Set<@Nullable String> taken = new HashSet<>();
        for (Meter meter : meters.getMeters()) {
            // A filter may have put something before it.
            if (meter.getId().getName().contains(meterNames)) {
                taken.add(meter.getId().getTag("name"));
            }
        }
        String ending = "";
        for (int number = 2; isTaken(environment, ending, taken); number++) {
            ending = "-" + number;
        }
        return ending;
    }

    private static boolean isTaken(String environment, String ending, Set<@Nullable String> taken) {
        for (CallFamily family : CallFamily.values()) {
            if (taken.contains(name(environment, family, ending))) {
                return true;
            }
        }
        return false;
    }

    static String name(String environment, CallFamily family, String ending) {
        return "gloebit-" + environment + "-" + family.text() + ending;
    }
}
