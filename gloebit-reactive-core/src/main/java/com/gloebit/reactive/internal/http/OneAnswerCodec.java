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
 * HTTP/1.1 with one final answer for each request, so that no answer is read by a call that did not ask for it.
 *
 * <ul>
 *   <li>Informational answers are skipped. One that switches the protocol ends the use of the connection, and so it is
 *       told: HTTP/1.1 has no final answer behind it.
 *   <li>The end of an answer is told when all that was received with it has been seen. If there is more, the answer
 *       counts and the connection is closed.
 *   <li>What comes while no answer is due closes the connection.
 * </ul>
 *
 * <p>It takes the place of Netty's {@code HttpClientCodec}, which cannot be asked for bytes that it has received and not
 * decoded. In Reactor Netty 1.3.8, {@code HttpClientOperations.onInboundNext} skips the status 100 only; of anything
 * else, the head that comes first is the answer, and what follows is decoded while the next call waits for its own. The
 * codec can go once Reactor Netty skips every informational answer and does not reuse a connection with a rest.
 */
final class OneAnswerCodec extends CombinedChannelDuplexHandler<HttpResponseDecoder, HttpRequestEncoder> {
    /** From the request to the end of its final answer. */
    private boolean isAnswerDue;

    OneAnswerCodec(HttpDecoderConfig config) {
        init(new Answers(config), new Requests());
    }

    /** Skipped by whoever waits for the final answer. */
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
        /** Netty asks for more to read only if nothing was ever added to its own list. */
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

        /** The oldest form of WebSocket has a body behind the 101. */
        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage message) {
            return ((HttpResponse) message).status().codeClass() == HttpStatusClass.INFORMATIONAL
                    || super.isContentAlwaysEmpty(message);
        }

        /** The answer that is not told yet counts. */
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
            tellEnd(context);
            super.channelReadComplete(context);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            tellEnd(context);
            super.channelInactive(context);
        }

        private void tellEnd(ChannelHandlerContext context) {
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
