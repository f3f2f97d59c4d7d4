package com.gloebit.reactive.internal.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/** The gauges of one client. They are removed from the registry when the client closes. */
public final class ClientGauges {
    /** Numbers the clients: they may share a registry, which keeps only the first gauge of a name and its tags. */
    private static final AtomicLong CLIENTS = new AtomicLong();

    private final MeterRegistry registry;
    private final String environment;
    private final String client = Long.toString(CLIENTS.incrementAndGet());
    private final List<Gauge> gauges = new ArrayList<>();

    public ClientGauges(MeterRegistry registry, String environment) {
        this.registry = registry;
        this.environment = environment;
    }

    public ClientGauges add(MeterName name, DoubleSupplier value) {
        gauges.add(Gauge.builder(name.text(), value::getAsDouble)
                .description(name.description())
                .tag("environment", environment)
                .tag("client", client)
                .strongReference(true)
                .register(registry));
        return this;
    }

    public void remove() {
        gauges.forEach(registry::remove);
    }
}
