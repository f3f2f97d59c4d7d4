package com.gloebit.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.internal.wire.Answer;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;

class RawAnswerTest {
    /** A failure would be answered, and logged, by the server. */
    @Test
    void disconnectedClientCausesNoError() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.pipeline()
                .addLast(new FailingWrites())
                .addLast(NettyPipeline.HttpCodec, new ChannelOutboundHandlerAdapter());
        RawAnswer answer = new RawAnswer(
                Answer.of(200, "text/plain", "text"),
                FaultyTransmission.of(FaultSpec.of(FaultSpec.Kind.HALF_ANSWER)).orElseThrow());

        var sent = answer.sendOver(Connection.from(channel)).toFuture();

        assertThat(sent).isNotDone();
        assertThat(channel.isOpen()).isFalse();
    }

    private static final class FailingWrites extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            ReferenceCountUtil.release(message);
            promise.setFailure(new IOException("the client has gone"));
        }
    }
}
