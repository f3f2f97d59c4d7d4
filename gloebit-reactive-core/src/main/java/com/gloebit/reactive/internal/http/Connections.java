package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.settings.ConnectionSettings;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;

/**
 * The connection pool of one client, and all its open connections. Calls in flight continue on a disposed pool, so
 * cutting them off requires closing the connections themselves.
 */
final class Connections {
    private static final Duration EVICT_EVERY = Duration.ofSeconds(10);

    private final EvictionScheduler eviction = new EvictionScheduler();
    private final PoolGauges gauges = new PoolGauges();
    private final ConnectionProvider pool;

    /** Once the group is closed, it closes every connection that is added. */
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    /**
     * Sets every bound explicitly. The defaults of a pool are 16 connections without a maximum age, taken in FIFO
     * order.
     */
    Connections(ConnectionSettings settings, Duration acquireTimeout) {
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

    PoolGauges gauges() {
        return gauges;
    }

    /** Cuts off the calls in flight; completes when the pool is closed. */
    Mono<Void> close() {
        return Mono.defer(() -> {
            closeOpen();
            return pool.disposeLater().doFinally(end -> eviction.dispose());
        });
    }

    /** Cuts off the calls in flight and disposes of the pool, without waiting. */
    void dispose() {
        closeOpen();
        pool.dispose();
        eviction.dispose();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection that fails to close is closed
    private void closeOpen() {
        open.close();
    }
}
