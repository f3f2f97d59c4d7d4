package com.gloebit.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.Connection;

@SuppressWarnings("FutureReturnValueIgnored") // an embedded channel is done at once
class OneAnswerCodecTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private static final String INTERIM = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n";

    private final AtomicInteger reads = new AtomicInteger();
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new ChannelOutboundHandlerAdapter() {
                @Override
                public void read(ChannelHandlerContext context) {
                    reads.incrementAndGet();
                    context.read();
                }
            },
            new OneAnswerCodec(new HttpDecoderConfig()));

    @AfterEach
    void finish() {
        channel.finishAndReleaseAll();
    }

    /** As each record of TLS comes, though all were read at once. */
    @Test
    void theEndIsReportedOnlyAfterAllReceivedBytesAreSeen() {
        ask();

        receive(ANSWER);
        assertThat(channel.<Object>readInbound()).isInstanceOf(HttpResponse.class);
        assertThat(channel.<Object>readInbound()).as("the end").isNull();
        receive(ANSWER);
        channel.pipeline().fireChannelReadComplete();

        end();
        assertThat(channel.<Object>readInbound()).as("a second answer").isNull();
        assertThat(Connection.from(channel).isPersistent()).isFalse();
    }

    @Test
    void aConnectionWithOneAnswerIsReused() {
        for (int i = 0; i < 3; i++) {
            ask();
            channel.writeInbound(bytes(INTERIM + ANSWER));
            assertThat(channel.<Object>readInbound()).isInstanceOf(HttpResponse.class);
            end();
        }

        assertThat(Connection.from(channel).isPersistent()).isTrue();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void anAnswerBeforeAnyRequestIsNotReported() {
        channel.writeInbound(bytes(ANSWER));

        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aReceivedEndIsReportedThoughTheConnectionBreaks() {
        ask();
        receive(ANSWER);
        assertThat(channel.<Object>readInbound()).isInstanceOf(HttpResponse.class);

        channel.close();

        end();
    }

    /** Nothing is kept, and each read that brought nothing but them asks for the next one. */
    @Test
    void endlessInterimAnswersKeepNoMemory() {
        channel.config().setAutoRead(false);
        ask();
        for (int i = 0; i < 10_000; i++) {
            int before = reads.get();
            ByteBuf half = bytes(INTERIM.substring(0, 20));
            ByteBuf rest = bytes(INTERIM.substring(20) + INTERIM);

            channel.writeInbound(half);
            channel.writeInbound(rest);

            assertThat(half.refCnt() + rest.refCnt())
                    .as("buffers that are kept")
                    .isZero();
            assertThat(reads.get() - before).as("reads").isEqualTo(2);
        }
        assertThat(channel.<Object>readInbound()).isNull();
    }

    @Test
    void anUnreadableInterimAnswerFailsTheCall() {
        ask();

        channel.writeInbound(bytes("HTTP/1.1 103 Early Hints\r\nx: " + "y".repeat(10_000) + "\r\n\r\n"));

        HttpObject told = channel.readInbound();
        assertThat(told.decoderResult().isFailure()).isTrue();
    }

    private void ask() {
        channel.writeOutbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/balance"));
        channel.releaseOutbound();
    }

    private void receive(String text) {
        channel.pipeline().fireChannelRead(bytes(text));
    }

    private void end() {
        Object end = channel.readInbound();
        assertThat(end).isInstanceOf(LastHttpContent.class);
        ReferenceCountUtil.release(end);
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }
}
