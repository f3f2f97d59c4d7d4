package com.gloebit.reactive.internal.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The gauges of one client, taken out of the registry again when it closes. */
public final class ClientGauges {
    private final MeterRegistry registry;
    private final String environment;
    private final List<Gauge> gauges = new ArrayList<>();

    public ClientGauges(MeterRegistry registry, String environment) {
        this.registry = registry;
        this.environment = environment;
    }

    public ClientGauges add(MeterName name, DoubleSupplier value) {
        gauges.add(Gauge.builder(name.text(), value::getAsDouble)
                .description(name.description())
                .tag("environment", environment)
                .strongReference(true)
                .register(registry));
        return this;
    }

    public void remove() {
        gauges.forEach(registry::remove);
    }
}
