package com.gloebit.reactive.internal.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.EventExecutor;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;

/**
 * Releases a new connection in the next turn of the event loop. Bytes that the server has sent by then are read first,
 * and close the connection, because no request has asked for them. Without this handler, the first request would be
 * written before the first read.
 *
 * <p>In Reactor Netty 1.3.8, {@code ChannelOperationsHandler.channelActive} reports a new connection as configured at
 * once, and {@code HttpClientConnect} then writes the request. The handler can be removed once Reactor Netty reads
 * first.
 */
final class FirstLook extends ChannelInboundHandlerAdapter {
    private boolean isWithheld;

    /**
     * Reads explicitly, because Reactor Netty reads only on demand. The task runs at the end of this turn. The task
     * that it schedules runs in the next turn, after the read.
     */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the channel's own events report the outcome
    public void channelActive(ChannelHandlerContext context) {
        isWithheld = true;
        context.read();
        EventExecutor loop = context.executor();
        loop.execute(() -> loop.schedule(() -> release(context), 0, TimeUnit.NANOSECONDS));
    }

    private void release(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            isWithheld = false;
            context.fireChannelActive();
            context.pipeline().remove(this);
        }
    }

    /**
     * Reports a failure, because Reactor Netty does not know the connection yet and waits for its activation or a
     * failure.
     */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (isWithheld) {
            context.fireExceptionCaught(new ClosedChannelException());
        }
        context.fireChannelInactive();
    }
}
