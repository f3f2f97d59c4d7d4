package com.gloebit.simulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.FutureMono;
import reactor.netty.NettyPipeline;

/** Informational answers (1xx). They bypass the codec, which allows one answer for a request. */
record InterimAnswers(List<Integer> statuses) {
    /** A pause in which a faulty client, which takes an interim answer for the answer, can reuse the connection. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    Mono<Void> sendOver(Connection connection) {
        if (statuses.isEmpty()) {
            return Mono.empty();
        }
        ChannelHandlerContext codec = connection.channel().pipeline().context(NettyPipeline.HttpCodec);
        return Flux.fromIterable(statuses)
                .concatMap(status ->
                        FutureMono.deferFuture(() -> codec.writeAndFlush(Unpooled.wrappedBuffer(head(status)))))
                .then(Mono.delay(MOMENT))
                .then();
    }

    private static byte[] head(int status) {
        return ("HTTP/1.1 " + HttpResponseStatus.valueOf(status) + "\r\n\r\n").getBytes(ISO_8859_1);
    }
}
