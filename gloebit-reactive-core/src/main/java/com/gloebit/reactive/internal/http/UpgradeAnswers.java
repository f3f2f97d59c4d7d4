package com.gloebit.reactive.internal.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Skips informational answers to a request for an upgrade to HTTP/2, except for the 101 that grants it. A 101 that
 * grants another protocol closes the connection.
 *
 * <p>In Netty 4.2.18, {@code HttpClientUpgradeHandler} treats any head other than a 101 as a refusal of the upgrade, and
 * its exception quotes an unexpected protocol. The handler can be removed once Netty skips informational answers there
 * and no longer quotes.
 */
final class UpgradeAnswers extends ChannelInboundHandlerAdapter {
    private boolean isInterim;

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a connection that fails here is closed
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            if (isSwitch(response) && !isToHttp2(response.headers().get(HttpHeaderNames.UPGRADE))) {
                ReferenceCountUtil.release(message);
                context.close();
                return;
            }
            isInterim = OneAnswerCodec.isInterim(response);
        }
        if (isInterim) {
            skip(context, message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void skip(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        if (message instanceof LastHttpContent) {
            isInterim = false;
            // The handlers behind this one have seen no read, so the next one is requested here.
            context.read();
        }
    }

    private static boolean isSwitch(HttpResponse response) {
        return HttpResponseStatus.SWITCHING_PROTOCOLS.equals(response.status());
    }

    /** Accepts a missing name, as Netty does. */
    private static boolean isToHttp2(@Nullable String protocol) {
        return protocol == null
                || Http2CodecUtil.HTTP_UPGRADE_PROTOCOL_NAME.toString().equalsIgnoreCase(protocol);
    }
}
