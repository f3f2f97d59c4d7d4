package com.gloebit.reactive.internal.meter;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry can refuse a meter in the middle of a call, as that of Prometheus does with a known name and other tags. The
 * meter is missing then; what the caller is told stays what it is.
 */
final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private Registration() {}

    static <M> @Nullable M attempt(MeterName name, Supplier<M> registration) {
        try {
            return registration.get();
        } catch (RuntimeException refused) {
            LOG.warn(
                    "The registry refuses {}: {}",
                    name.text(),
                    refused.getClass().getName());
            return null;
        }
    }
}
