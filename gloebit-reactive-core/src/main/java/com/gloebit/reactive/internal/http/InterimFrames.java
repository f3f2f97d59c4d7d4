package com.gloebit.reactive.internal.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import org.jspecify.annotations.Nullable;

/**
 * Skips informational answers of HTTP/2. The handler sits on the connection, between its frames and its streams,
 * because a stream takes the first head for its whole answer. An informational answer that ends its stream, and a 101,
 * are stream errors (RFC 9113, 8.1 and 8.6).
 *
 * <p>In Reactor Netty 1.3.8, {@code HttpClientOperations.onInboundNext} skips only the status 100, on streams as well.
 * The handler can be removed once it skips every informational answer.
 */
@Sharable
final class InterimFrames extends ChannelInboundHandlerAdapter {
    static final InterimFrames SKIPPED = new InterimFrames();

    private InterimFrames() {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) {
        if (frame instanceof Http2HeadersFrame headers
                && isInformational(headers.headers().status())) {
            skip(context, headers);
        } else {
            context.fireChannelRead(frame);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a stream that cannot be reset is gone
    private static void skip(ChannelHandlerContext context, Http2HeadersFrame headers) {
        boolean isSwitching = HttpResponseStatus.SWITCHING_PROTOCOLS
                .codeAsText()
                .contentEquals(headers.headers().status());
        if (headers.isEndStream() || isSwitching) {
            context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.PROTOCOL_ERROR).stream(headers.stream()));
        }
        // The handlers behind this one have seen no read, so the next one is requested here.
        context.read();
    }

    private static boolean isInformational(@Nullable CharSequence status) {
        return status != null && status.length() == 3 && status.charAt(0) == '1';
    }
}
