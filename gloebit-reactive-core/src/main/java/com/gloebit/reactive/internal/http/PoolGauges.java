package com.gloebit.reactive.internal.http;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/** The sums over the pools of one client. Reactor Netty's own meters support only the global registry. */
public final class PoolGauges implements ConnectionProvider.MeterRegistrar {
    private final Map<String, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

    @Override
    public void registerMetrics(String poolName, String id, SocketAddress remote, ConnectionPoolMetrics metrics) {
        pools.put(id + remote, metrics);
    }

    @Override
    public void deRegisterMetrics(String poolName, String id, SocketAddress remote) {
        pools.remove(id + remote);
    }

    public double active() {
        return sum(ConnectionPoolMetrics::acquiredSize);
    }

    public double idle() {
        return sum(ConnectionPoolMetrics::idleSize);
    }

    public double pending() {
        return sum(ConnectionPoolMetrics::pendingAcquireSize);
    }

    private double sum(ToIntFunction<ConnectionPoolMetrics> size) {
        return pools.values().stream().mapToInt(size).sum();
    }
}
