package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.internal.endpoint.CallFamily;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of circuit breakers and retries under which a registry has no meters yet. A registry keeps only the first meter
 * of a name and its tags, and removing that meter removes it for every client. An additional tag for the client would
 * not help: some registries accept meters of one name only with the same tag keys, and the application may have
 * breakers of its own.
 */
final class FreeNames {
    private FreeNames() {}

    /**
     * Returns the suffix of the names of a client: empty for the first client of its environment, a number for each
     * further one.
     */
    static String ending(String environment, String meterNames, MeterRegistry meters) {
        Set<@Nullable String> taken = new HashSet<>();
        for (Meter meter : meters.getMeters()) {
            // A meter filter may have added a prefix.
            if (meter.getId().getName().contains(meterNames)) {
                taken.add(meter.getId().getTag("name"));
            }
        }
        String suffix = "";
        for (int number = 2; isTaken(environment, suffix, taken); number++) {
            suffix = "-" + number;
        }
        return suffix;
    }

    private static boolean isTaken(String environment, String suffix, Set<@Nullable String> taken) {
        for (CallFamily family : CallFamily.values()) {
            if (taken.contains(name(environment, family, suffix))) {
                return true;
            }
        }
        return false;
    }

    static String name(String environment, CallFamily family, String suffix) {
        return "gloebit-" + environment + "-" + family.text() + suffix;
    }
}
