package com.gloebit.reactive.internal.http;

import io.netty.resolver.AddressResolverGroup;
import java.net.SocketAddress;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.TransportConfig;

/**
 * A pool that stops waiting for a connection when the call is cancelled. Otherwise the call would keep its place in the
 * queue, and close the connection once it got one.
 *
 * <p>In Reactor Netty 1.3.8, the {@code ClientTransportSubscriber} of {@code HttpClientConnect} registers for
 * cancellation only in {@code onNext}, when it has the connection. The pool can be unwrapped once it does so in
 * {@code onSubscribe}.
 */
final class CancellablePool implements ConnectionProvider {
    private final ConnectionProvider pool;

    CancellablePool(ConnectionProvider pool) {
        this.pool = pool;
    }

    @Override
    public Mono<? extends Connection> acquire(
            TransportConfig config,
            ConnectionObserver observer,
            @Nullable Supplier<? extends SocketAddress> remote,
            @Nullable AddressResolverGroup<?> resolver) {
        Mono<? extends Connection> acquisition = pool.acquire(config, observer, remote, resolver);
        return Mono.deferContextual(context -> {
            SendGate gate = context.getOrDefault(SendGate.class, null);
            return gate == null ? acquisition : acquisition.doOnSubscribe(gate::waitsFor);
        });
    }

    @Override
    public void disposeWhen(SocketAddress remote) {
        pool.disposeWhen(remote);
    }

    @Override
    public void dispose() {
        pool.dispose();
    }

    @Override
    public Mono<Void> disposeLater() {
        return pool.disposeLater();
    }

    @Override
    public boolean isDisposed() {
        return pool.isDisposed();
    }

    @Override
    public int maxConnections() {
        return pool.maxConnections();
    }

    @Override
    public @Nullable Map<SocketAddress, Integer> maxConnectionsPerHost() {
        return pool.maxConnectionsPerHost();
    }

    @Override
    public @Nullable Builder mutate() {
        return pool.mutate();
    }

    @Override
    public @Nullable String name() {
        return pool.name();
    }
}
