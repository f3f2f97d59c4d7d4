package com.gloebit.reactive.internal.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.EventExecutor;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;

/**
 * Hands a new connection out in the loop's next turn. What the server has sent by then is read first, and closes the
 * connection, because no request has asked for it. Without this handler, a connection is written to before it is read.
 */
final class FirstLook extends ChannelInboundHandlerAdapter {
    private boolean isLooking;

    /**
     * Reactor Netty reads only when it is asked. A task runs at the end of this turn, and what it schedules in the next one,
     * after that has read.
     */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the channel tells how it ended
    public void channelActive(ChannelHandlerContext context) {
        isLooking = true;
        context.read();
        EventExecutor loop = context.executor();
        loop.execute(() -> loop.schedule(() -> handOut(context), 0, TimeUnit.NANOSECONDS));
    }

    private void handOut(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            isLooking = false;
            context.fireChannelActive();
            context.pipeline().remove(this);
        }
    }

    /** Reactor Netty has not heard of the connection yet, and waits until it does or hears of a failure. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (isLooking) {
            context.fireExceptionCaught(new ClosedChannelException());
        }
        context.fireChannelInactive();
    }
}
