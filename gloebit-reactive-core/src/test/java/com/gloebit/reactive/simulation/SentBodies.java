package com.gloebit.reactive.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/** The bodies of a world's purchases as they leave its nodes: of one id there is one, to the last byte. */
@Sharable
final class SentBodies extends ChannelOutboundHandlerAdapter {
    private static final Pattern ID = Pattern.compile("\"transaction-id\":\"([^\"]+)\"");

    private final Map<String, String> first = new ConcurrentHashMap<>();
    private final Queue<String> others = new ConcurrentLinkedQueue<>();

    HttpClient watched(HttpClient http) {
        return http.doOnChannelInit((observer, channel, remote) -> join(channel));
    }

    private void join(Channel channel) {
        channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, "sentBodies", this);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whoever writes has the promise
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Matcher id = ID.matcher(text(message));
        if (id.find()) {
            String body = text(message);
            String before = first.putIfAbsent(id.group(1), body);
            if (before != null && !before.equals(body)) {
                others.add(before + "\nand then\n" + body);
            }
        }
        context.write(message, promise);
    }

    private static String text(Object message) {
        Object content = message instanceof ByteBufHolder holder ? holder.content() : message;
        return content instanceof ByteBuf bytes ? bytes.toString(ISO_8859_1) : "";
    }

    /** Ids that were sent. */
    Set<String> ids() {
        return Set.copyOf(first.keySet());
    }

    /** Each with the first body of its id. */
    List<String> others() {
        return List.copyOf(others);
    }
}
