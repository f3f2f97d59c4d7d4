package com.gloebit.reactive.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;

/**
 * An HTTP/1.1 codec with one final answer for each request, so that no call reads an answer to another request.
 *
 * <ul>
 *   <li>Informational answers are skipped. A 101 is passed on as the final answer, because HTTP/1.1 ends with it; the
 *       connection is not reused.
 *   <li>The end of an answer is passed on after everything received together with it has been examined. If there are
 *       more bytes, the answer is valid and the connection is closed.
 *   <li>Bytes that arrive while no answer is due close the connection.
 * </ul>
 *
 * <p>It replaces Netty's {@code HttpClientCodec}, which does not reveal the bytes that it has received but not decoded.
 * In Reactor Netty 1.3.8, {@code HttpClientOperations.onInboundNext} skips only the status 100. Any other first head
 * becomes the answer, and the bytes behind it are decoded while the next call waits for its own answer. The codec can
 * be removed once Reactor Netty skips every informational answer and does not reuse a connection with unread bytes.
 */
final class OneAnswerCodec extends CombinedChannelDuplexHandler<HttpResponseDecoder, HttpRequestEncoder> {
    /** True from the request to the end of its final answer. */
    private boolean isAnswerDue;

    OneAnswerCodec(HttpDecoderConfig config) {
        init(new Answers(config), new Requests());
    }

    /** Returns whether the answer is informational and to be skipped. */
    static boolean isInterim(HttpResponse response) {
        return response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && response.status().code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code()
                && !response.decoderResult().isFailure();
    }

    private final class Requests extends HttpRequestEncoder {
        @Override
        protected void encode(ChannelHandlerContext context, Object message, List<Object> out) throws Exception {
            if (message instanceof HttpRequest) {
                isAnswerDue = true;
            }
            super.encode(context, message, out);
        }
    }

    private final class Answers extends HttpResponseDecoder {
        /**
         * Collects the parts apart from Netty's list: Netty requests another read only if nothing was ever added to its
         * own list.
         */
        private final List<Object> decoded = new ArrayList<>();

        private boolean isInterim;
        private @Nullable Object end;

        private Answers(HttpDecoderConfig config) {
            super(config);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object input) throws Exception {
            if (isAnswerDue) {
                super.channelRead(context, input);
            } else {
                ReferenceCountUtil.release(input);
                abandon(context);
            }
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
            if (isAnswerDue) {
                super.decode(context, buffer, decoded);
                for (Object part : decoded) {
                    if (!isKeptBack(context, part)) {
                        out.add(part);
                    }
                }
                decoded.clear();
            } else {
                buffer.skipBytes(buffer.readableBytes());
                abandon(context);
            }
        }

        private boolean isKeptBack(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpResponse response) {
                isInterim = isInterim(response);
                if (HttpResponseStatus.SWITCHING_PROTOCOLS.equals(response.status())) {
                    doNotReuse(context);
                }
            }
            if (!isInterim && part instanceof LastHttpContent) {
                end = part;
                isAnswerDue = false;
            }
            return isInterim || part == end;
        }

        /** The oldest draft of WebSocket sends a body after the 101. */
        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage message) {
            return ((HttpResponse) message).status().codeClass() == HttpStatusClass.INFORMATIONAL
                    || super.isContentAlwaysEmpty(message);
        }

        /** Closes the connection, or only prevents its reuse if a complete answer has not been passed on yet. */
        @SuppressWarnings("FutureReturnValueIgnored") // a connection that fails to close is closed
        private void abandon(ChannelHandlerContext context) {
            if (end == null) {
                context.close();
            } else {
                doNotReuse(context);
            }
        }

        private void doNotReuse(ChannelHandlerContext context) {
            Connection.from(context.channel()).markPersistent(false);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) throws Exception {
            fireEnd(context);
            super.channelReadComplete(context);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            fireEnd(context);
            super.channelInactive(context);
        }

        private void fireEnd(ChannelHandlerContext context) {
            Object last = end;
            if (last != null) {
                end = null;
                context.fireChannelRead(last);
            }
        }

        @Override
        protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
            ReferenceCountUtil.release(end);
            end = null;
            super.handlerRemoved0(context);
        }
    }
}
