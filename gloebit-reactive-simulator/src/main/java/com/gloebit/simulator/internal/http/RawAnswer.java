package com.gloebit.simulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.gloebit.simulator.internal.wire.Answer;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.FutureMono;
import reactor.netty.NettyPipeline;

/** An answer as bytes of the connection, which can be sent in part, slowly, or with a TCP reset. */
final class RawAnswer {
    private final Answer answer;
    private final byte[] bytes;
    private final FaultyTransmission delivery;

    RawAnswer(Answer answer, FaultyTransmission delivery) {
        this.answer = answer;
        this.delivery = delivery;
        this.bytes = bytes(answer, delivery.part());
    }

    /** Never completes: the server would send an empty 200 for a completed handler. */
    Mono<Void> sendOver(Connection connection) {
        Channel channel = connection.channel();
        return written(channel)
                .onErrorComplete()
                .doFinally(unused -> answer.gone())
                .then(Mono.<Void>fromRunnable(() -> end(channel)))
                .then(Mono.never());
    }

    /** Writes at the codec's context, which bypasses the codec but not TLS. */
    private Mono<Void> written(Channel channel) {
        ChannelHandlerContext codec = channel.pipeline().context(NettyPipeline.HttpCodec);
        return delivery.pause()
                .map(pause -> Flux.range(0, Math.max(1, bytes.length))
                        .concatMap(i ->
                                write(codec, i, Math.min(i + 1, bytes.length)).delaySubscription(pause))
                        .then())
                .orElseGet(() -> write(codec, 0, bytes.length));
    }

    private Mono<Void> write(ChannelHandlerContext codec, int from, int to) {
        return FutureMono.deferFuture(() -> codec.writeAndFlush(Unpooled.wrappedBuffer(bytes, from, to - from)));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing follows the close
    private void end(Channel channel) {
        switch (delivery.end()) {
            case SILENCE -> {}
            case CLOSE -> channel.close();
            case RESET -> {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                // Bypasses TLS, which would send close_notify first.
                channel.unsafe().close(channel.voidPromise());
            }
        }
    }

    private static byte[] bytes(Answer answer, FaultyTransmission.Part part) {
        byte[] body = answer.body().getBytes(UTF_8);
        byte[] half = Arrays.copyOf(body, body.length / 2);
        byte[] head = head(answer, body.length);
        return switch (part) {
            case NOTHING -> new byte[0];
            case HALF_OF_HEAD -> Arrays.copyOf(head, head.length / 2);
            case HEAD_AND_HALF_OF_BODY -> joined(head, half);
            case UNANNOUNCED_HALF_OF_BODY -> joined(head(answer, -1), half);
            case ALL -> joined(head, body);
        };
    }

    private static byte[] head(Answer answer, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(HttpResponseStatus.valueOf(answer.status()))
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append(length < 0 ? "Connection: close" : "Content-Length: " + length);
        return head.append("\r\n\r\n").toString().getBytes(ISO_8859_1);
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }
}
