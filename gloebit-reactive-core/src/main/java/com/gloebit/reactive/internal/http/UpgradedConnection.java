package com.gloebit.reactive.internal.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2ChannelDuplexHandler;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import java.util.concurrent.CancellationException;
import reactor.netty.channel.ChannelOperations;

/**
 * Keeps a connection open if the call that upgraded it to HTTP/2 is given up. Only the stream of that call is reset, as
 * if the call had found the connection upgraded.
 *
 * <p>In Reactor Netty 1.3.8, {@code HttpClientConnect} cancels that call through the operations of the connection, not
 * through those of its stream, and {@code HttpClientOperations.onInboundCancel} closes the connection with all its
 * streams. The handler can be removed once the cancellation closes the stream.
 */
final class UpgradedConnection extends Http2ChannelDuplexHandler {
    /** A cancellation disposes of the operations' inbound side and of their connection. Each closes the channel. */
    private static final int CLOSES_OF_CANCELLATION = 2;

    private int ignoredCloses;

    /** Ignores the closes of a cancellation. Any further close is carried out. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise reports the outcome
    public void close(ChannelHandlerContext context, ChannelPromise promise) throws Http2Exception {
        if (ignoredCloses == CLOSES_OF_CANCELLATION || !isGivenUp(context)) {
            context.close(promise);
            return;
        }
        if (ignoredCloses == 0) {
            resetUpgradedStream(context);
        }
        ignoredCloses++;
        promise.tryFailure(new CancellationException("other calls use the connection"));
    }

    private static boolean isGivenUp(ChannelHandlerContext context) {
        ChannelOperations<?, ?> upgrading = ChannelOperations.get(context.channel());
        return upgrading != null && upgrading.isInboundCancelled();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a stream that cannot be reset is gone
    private void resetUpgradedStream(ChannelHandlerContext context) throws Http2Exception {
        forEachActiveStream(stream -> {
            boolean isUpgraded = stream.id() == Http2CodecUtil.HTTP_UPGRADE_STREAM_ID;
            if (isUpgraded) {
                context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL).stream(stream));
            }
            return !isUpgraded;
        });
    }
}
