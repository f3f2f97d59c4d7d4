package com.gloebit.reactive.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/** What a world's nodes sent of each purchase, and whether a usable answer came: as the wire has it, not the client. */
final class Exchanges {
    private static final Pattern ID = Pattern.compile("\"transaction-id\":\"([^\"]+)\"");

    private final Clock clock;
    private final Map<String, List<Exchange>> byId = new ConcurrentHashMap<>();

    Exchanges(Clock clock) {
        this.clock = clock;
    }

    /** A request that left a node. */
    private static final class Exchange {
        private final Object node;
        private final String body;
        private final Instant sent;
        private volatile boolean answered;
        private volatile boolean refused;

        Exchange(Object node, String body, Instant sent) {
            this.node = node;
            this.body = body;
            this.sent = sent;
        }
    }

    HttpClient watched(HttpClient http, Object node) {
        return http.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, "exchanges", new Watch(node)));
    }

    /** Ids that were sent. */
    Set<String> ids() {
        return Set.copyOf(byId.keySet());
    }

    int sent(String id) {
        return of(id).size();
    }

    /** Whether something was sent that got no usable answer yet, and so may still be carried out. */
    boolean isUnanswered(String id) {
        return unanswered(id).findAny().isPresent();
    }

    /**
     * Whether a node that is gone sent something that was not refused: the one that is there does not know of it. An
     * acceptance counts, for the call may have been cancelled before it was told.
     */
    boolean isOpenBefore(String id, Object node) {
        return of(id).stream().anyMatch(exchange -> exchange.node != node && !exchange.refused);
    }

    /** Whether the last answer is that of a request sent so long after the last one that got none. */
    boolean isAnsweredAfter(String id, Duration wait) {
        Optional<Instant> inDoubt = last(id, exchange -> !exchange.answered);
        Optional<Instant> answered = last(id, exchange -> exchange.answered);
        return inDoubt.isPresent()
                && answered.filter(sent -> !sent.isBefore(inDoubt.get().plus(wait)))
                        .isPresent();
    }

    /** Bodies that are not the first of their id, each with that. */
    List<String> others() {
        return byId.values().stream()
                .flatMap(all -> all.stream()
                        .map(exchange -> exchange.body)
                        .filter(body -> !body.equals(all.get(0).body))
                        .map(body -> all.get(0).body + "\nand then\n" + body))
                .toList();
    }

    private List<Exchange> of(String id) {
        return byId.getOrDefault(id, List.of());
    }

    private Stream<Exchange> unanswered(String id) {
        return of(id).stream().filter(exchange -> !exchange.answered);
    }

    private Optional<Instant> last(String id, Predicate<Exchange> which) {
        return of(id).stream().filter(which).map(exchange -> exchange.sent).max(Comparator.naturalOrder());
    }

    private Exchange begin(String id, Object node, String body) {
        Exchange exchange = new Exchange(node, body, clock.instant());
        byId.computeIfAbsent(id, unused -> new CopyOnWriteArrayList<>()).add(exchange);
        return exchange;
    }

    private static String text(Object message) {
        Object content = message instanceof ByteBufHolder holder ? holder.content() : message;
        return content instanceof ByteBuf bytes ? bytes.toString(ISO_8859_1) : "";
    }

    /** One connection. */
    private final class Watch extends ChannelDuplexHandler {
        private final Object node;
        private final StringBuilder answer = new StringBuilder();
        private @Nullable Exchange current;
        private int status;

        Watch(Object node) {
            this.node = node;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // whoever writes has the promise
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            Matcher id = ID.matcher(text(message));
            if (id.find()) {
                current = begin(id.group(1), node, text(message));
            }
            context.write(message, promise);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpResponse head) {
                status = head.status().code();
                answer.setLength(0);
            }
            if (message instanceof HttpContent part) {
                answer.append(text(part));
            }
            if (message instanceof LastHttpContent
                    && HttpStatusClass.valueOf(status) != HttpStatusClass.INFORMATIONAL) {
                end();
            }
            context.fireChannelRead(message);
        }

        private void end() {
            if (current != null) {
                current.answered = UsableAnswer.is(status, answer.toString());
                current.refused = current.answered && !UsableAnswer.isAcceptance(status, answer.toString());
                current = null;
            }
        }
    }
}
