package com.gloebit.reactive.internal.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpObject;
import java.io.IOException;
import reactor.netty.NettyPipeline;

/**
 * A decoder's exception quotes what it could not read, a server can put a token there, and Reactor Netty logs the
 * exception: from here on it is told by its class alone.
 */
@Sharable
final class DecoderFailures extends ChannelInboundHandlerAdapter {
    private static final DecoderFailures WITHOUT_QUOTES = new DecoderFailures();

    /** Behind the codec of HTTP/1.1. */
    static void unquote(ChannelPipeline pipeline) {
        pipeline.addBefore(NettyPipeline.ReactiveBridge, "gloebit.decoderFailures", WITHOUT_QUOTES);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            String type = part.decoderResult().cause().getClass().getName();
            part.setDecoderResult(DecoderResult.failure(new IOException(type)));
        }
        context.fireChannelRead(message);
    }
}
