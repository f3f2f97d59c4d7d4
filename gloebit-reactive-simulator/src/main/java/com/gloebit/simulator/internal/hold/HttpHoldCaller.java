package com.gloebit.simulator.internal.hold;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gloebit.simulator.internal.wire.BoundedBody;
import com.gloebit.simulator.internal.wire.ContractViolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The HTTP client for hold URLs, with its own thread. Each call opens a connection, so that a restart of the
 * application leaves no broken one.
 */
public final class HttpHoldCaller implements HoldCaller {
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final HoldReply CLOSED = HoldReply.none("the simulator was closed or reset");

    private final LoopResources loops = LoopResources.create("gloebit-simulator-callbacks", 1, true);
    private final Scheduler scheduler = Schedulers.fromExecutorService(loops.onClient(false));
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private final HttpClient http = HttpClient.create(ConnectionProvider.newConnection())
            .runOn(loops, false)
            .resolver(resolver -> resolver.runOn(loops, false))
            .disableRetry(true)
            .followRedirect(false)
            .keepAlive(false);

    public HttpHoldCaller() {
        loadSockets();
    }

    @Override
    public Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public Mono<HoldReply> get(URI uri, Duration timeout) {
        return http.get()
                .uri(uri)
                .response(HttpHoldCaller::read)
                // A response that arrives during a cancellation has no subscriber and would leak its buffers.
                .doOnDiscard(Connection.class, Connection::dispose)
                .next()
                .timeout(timeout, scheduler)
                .onErrorResume(failure -> Mono.just(reply(failure)))
                .takeUntilOther(closed.asMono())
                .defaultIfEmpty(CLOSED);
    }

    /** Blocks. */
    @Override
    public void close() {
        closed.tryEmitEmpty();
        loops.disposeLater(Duration.ZERO, CLOSE_LIMIT).block(CLOSE_LIMIT.plusSeconds(1));
    }

    /**
     * Loads the JDK's socket classes, which read a file when they are loaded. On an event loop with BlockHound, loading
     * them would fail, and they would stay unusable.
     */
    private static void loadSockets() {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket();
        } catch (IOException failure) {
            throw new UncheckedIOException("no socket can be opened", failure);
        }
    }

    private static Mono<HoldReply> read(HttpClientResponse response, ByteBufFlux content) {
        if (response.status().code() != 200) {
            return Mono.just(HoldReply.none("the status is " + response.status().code()));
        }
        return content.asByteArray()
                .collect(() -> new BoundedBody(MAX_BODY_BYTES), BoundedBody::append)
                .map(body -> HoldReply.of(new String(body.toByteArray(), UTF_8)));
    }

    /** Uses no message of the exception, which could contain the URL, a secret. */
    private static HoldReply reply(Throwable failure) {
        if (failure instanceof ContractViolation) {
            return HoldReply.malformed("more than " + MAX_BODY_BYTES + " bytes");
        }
        if (failure instanceof TimeoutException) {
            return HoldReply.none("out of time");
        }
        return HoldReply.none(failure.getClass().getSimpleName());
    }
}
