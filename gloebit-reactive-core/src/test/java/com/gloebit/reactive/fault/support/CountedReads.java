package com.gloebit.reactive.fault.support;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what comes from the network, in whatever pieces. */
public final class CountedReads extends ChannelInboundHandlerAdapter {
    private final AtomicInteger reads;

    public CountedReads(AtomicInteger reads) {
        this.reads = reads;
    }

    /** Counted first: when a call has its answer, all of that is counted. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object piece) {
        reads.incrementAndGet();
        context.fireChannelRead(piece);
    }
}
