package com.gloebit.examples.demo;

import io.netty.resolver.AddressResolverGroup;
import java.net.SocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.TransportConfig;

/**
 * Connects to a proxy in place of the address of the URI. Pages that the client gives to a browser still have the address
 * of the service.
 */
record Detour(ConnectionProvider pool, SocketAddress proxy) implements ConnectionProvider {
    @Override
    public Mono<? extends Connection> acquire(
            TransportConfig config,
            ConnectionObserver observer,
            @Nullable Supplier<? extends SocketAddress> remoteAddress,
            @Nullable AddressResolverGroup<?> resolvers) {
        return pool.acquire(config, observer, () -> proxy, resolvers);
    }

    @Override
    public Mono<Void> disposeLater() {
        return pool.disposeLater();
    }
}
