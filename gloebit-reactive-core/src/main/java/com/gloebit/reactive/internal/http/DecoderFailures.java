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
 * Replaces a decoder's exception by one that carries only its class name. The original quotes its input, which may
 * contain a token, and Reactor Netty logs it.
 */
@Sharable
final class DecoderFailures extends ChannelInboundHandlerAdapter {
    private static final DecoderFailures WITHOUT_QUOTES = new DecoderFailures();

    /** Adds the handler behind the HTTP/1.1 codec. */
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
