package com.gloebit.reactive.internal.meter;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers a meter without failing the call. A registry may refuse a meter; Prometheus does so for a known name with
 * other tags. The meter is then missing, and the result of the call is unaffected.
 */
final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private Registration() {}

    static <M> @Nullable M attempt(MeterName name, Supplier<M> registration) {
        try {
            return registration.get();
        } catch (RuntimeException refused) {
            LOG.warn(
                    "The registry refused the meter {}: {}",
                    name.text(),
                    refused.getClass().getName());
            return null;
        }
    }
}
