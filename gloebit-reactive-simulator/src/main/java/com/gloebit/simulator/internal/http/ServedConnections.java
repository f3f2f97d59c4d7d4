package com.gloebit.simulator.internal.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/** The connections of the server. Knows which of them have a request. */
public final class ServedConnections {
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Set<Channel> busy = ConcurrentHashMap.newKeySet();
    private final AtomicInteger toDrop = new AtomicInteger();

    void made(Channel channel) {
        open.add(channel);
        if (toDrop.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            channel.pipeline().addFirst(new Closer());
        }
    }

    /** Closes a connection before its TLS handshake. */
    private static final class Closer extends ChannelInboundHandlerAdapter {
        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // nothing follows the close
        public void channelActive(ChannelHandlerContext context) {
            context.close();
        }
    }

    Mono<Void> serving(HttpServerRequest request, Mono<Void> work) {
        return Mono.<Connection>create(sink -> request.withConnection(sink::success))
                .map(Connection::channel)
                .flatMap(channel -> {
                    busy.add(channel);
                    return work.doFinally(unused -> busy.remove(channel));
                });
    }

    public void dropNext(int times) {
        toDrop.addAndGet(times);
    }

    void dropNoMore() {
        toDrop.set(0);
    }

    public Mono<Void> dropIdle() {
        return drop(false);
    }

    Mono<Void> dropBusy() {
        return drop(true);
    }

    /** Checks each connection on its event loop, on which the end of a request is recorded. */
    private Mono<Void> drop(boolean withRequest) {
        return Flux.fromIterable(open)
                .flatMap(channel -> Mono.fromFuture(
                        CompletableFuture.runAsync(() -> closeIf(withRequest, channel), channel.eventLoop())))
                .then();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs on the event loop, which closes the channel at once
    private void closeIf(boolean withRequest, Channel channel) {
        if (busy.contains(channel) == withRequest) {
            channel.close();
        }
    }

    void close(Duration limit) {
        open.close().awaitUninterruptibly(limit.toMillis());
    }
}
