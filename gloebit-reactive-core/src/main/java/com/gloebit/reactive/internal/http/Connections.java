package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.settings.ConnectionSettings;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;

/**
 * The connections of one client: their pool, and every one that is open. A pool that is disposed of lets calls in
 * flight run on, so cutting off means closing the connections themselves.
 */
public final class Connections {
    private static final Duration EVICT_EVERY = Duration.ofSeconds(10);

    private final EvictionScheduler eviction = new EvictionScheduler();
    private final PoolGauges gauges = new PoolGauges();
    private final ConnectionProvider pool;

    /** Once it is closed, a connection that joins it is closed, too. */
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    /** Every bound is set: a pool's own defaults are 16 connections that never age, taken oldest first. */
    public Connections(ConnectionSettings settings, Duration acquireTimeout) {
        this.pool = new CancellablePool(ConnectionProvider.builder("gloebit")
                .maxConnections(settings.maxConnections())
                .pendingAcquireMaxCount(settings.maxPending())
                .pendingAcquireTimeout(acquireTimeout)
                .maxIdleTime(settings.maxIdle())
                .maxLifeTime(settings.maxAge())
                .evictInBackground(EVICT_EVERY, eviction)
                .lifo()
                .metrics(true, () -> gauges)
                .build());
    }

    ConnectionProvider pool() {
        return pool;
    }

    ChannelGroup open() {
        return open;
    }

    public PoolGauges gauges() {
        return gauges;
    }

    /** Cuts off what is under way; completes when the pool is closed. */
    public Mono<Void> close() {
        return Mono.defer(() -> {
            closeOpen();
            return pool.disposeLater().doFinally(end -> eviction.dispose());
        });
    }

    /** The same, without waiting. */
    public void dispose() {
        closeOpen();
        pool.dispose();
        eviction.dispose();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection that fails to close is closed
    private void closeOpen() {
        open.close();
    }
}
