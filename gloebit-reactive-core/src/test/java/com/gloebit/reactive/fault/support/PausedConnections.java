package com.gloebit.reactive.fault.support;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Connections that are made and do not know it yet, as where a handshake hangs. */
public final class PausedConnections {
    private final Queue<ChannelHandlerContext> contexts = new ConcurrentLinkedQueue<>();
    private volatile boolean withholding;

    public void begin() {
        withholding = true;
    }

    /** Lets them go, and holds no more. */
    public void end() {
        withholding = false;
        release();
    }

    private void release() {
        for (ChannelHandlerContext context = contexts.poll(); context != null; context = contexts.poll()) {
            context.executor().execute(context::fireChannelActive);
        }
    }

    public int size() {
        return contexts.size();
    }

    public void join(Channel channel) {
        if (withholding) {
            channel.pipeline().addFirst(new Handler());
        }
    }

    private final class Handler extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            contexts.add(context);
            if (!withholding) {
                release();
            }
        }
    }
}
