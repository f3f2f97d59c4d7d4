package com.gloebit.reactive.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.Given;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that speaks before it is asked. What lies in the socket when a request is due is no answer to it. */
class AnswerBeforeRequestTest {
    private static final String ANOTHERS = RawServer.ok("{\"success\":true,\"balance\":123456}");
    private static final String REFUSAL = RawServer.ok("{\"success\":false,\"reason\":\"insufficient balance\"}");

    private final AtomicInteger spoken = new AtomicInteger();
    private final AtomicInteger connected = new AtomicInteger();

    static String[] speeches() {
        return new String[] {ANOTHERS, REFUSAL, "HTTP/1.1 103 Early Hints\r\n\r\n", "H"};
    }

    @ParameterizedTest
    @MethodSource("speeches")
    void noRequestIsSentOnAConnectionThatHasAnAnswerAlready(String first) {
        try (RawServer server = RawServer.speakingFirst(
                first,
                spoken::incrementAndGet,
                (request, connection) -> connection.send(NumberedUsers.answer(request)))) {
            GloebitClient client = NumberedUsers.client(server.uri())
                    .httpClient(http -> http.doOnChannelInit((observer, channel, remote) -> awaitSpeech(channel)))
                    .build();
            try {
                assertThat(Failures.of(client.withCredential(Given.CREDENTIAL).purchase(Given.TORCHES)))
                        .isInstanceOfSatisfying(
                                ServiceUnreachableException.class,
                                told -> assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE));
            } finally {
                client.dispose();
            }
        }
    }

    /** The loop reads nothing meanwhile, so what was said lies in the socket when the connection is handed out. */
    private void awaitSpeech(Channel channel) {
        channel.pipeline().addFirst(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelActive(ChannelHandlerContext context) {
                int awaited = connected.incrementAndGet();
                long end = System.nanoTime() + Given.PATIENCE.toNanos();
                boolean isOver = false;
                while (!isOver) {
                    isOver = spoken.get() >= awaited || System.nanoTime() > end;
                }
                context.fireChannelActive();
            }
        });
    }
}
