package com.gloebit.reactive.internal.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ReferenceCountUtil;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider;

/** Loads what the first exchange would load, and opens no connection. */
public final class WarmUp {
    private final HttpClient client;
    private final boolean isSecure;

    /** @param isSecure whether the service is spoken to by https */
    public WarmUp(HttpClient client, boolean isSecure) {
        this.client = client;
        this.isSecure = isSecure;
    }

    /**
     * Never fails. Reading the authorities of the JDK blocks, and so may loading classes.
     *
     * @param rehearsal played when the network is warm
     * @param atMost an end for what has none: Reactor takes a class that is missing for fatal, and tells nobody
     */
    public Mono<Void> run(Mono<Void> rehearsal, Duration atMost) {
        return Mono.using(
                // A shared one would keep the class loader of whoever starts it.
                () -> Schedulers.newBoundedElastic(1, 10, "gloebit-warm-up", 10, true),
                thread -> client.warmup()
                        .then(Mono.<Void>fromCallable(this::beginHandshake))
                        .onErrorComplete()
                        .then(rehearsal)
                        .subscribeOn(thread)
                        .timeout(atMost)
                        .onErrorComplete(),
                Scheduler::dispose,
                false);
    }

    /** As far as the first words of the client, which nobody gets. */
    private @Nullable Void beginHandshake() throws SSLException {
        if (isSecure) {
            SslProvider users = client.configuration().sslProvider();
            SslProvider provider = users == null ? SslProvider.defaultClientProvider() : users;
            SSLEngine engine = provider.getSslContext().newEngine(ByteBufAllocator.DEFAULT);
            try {
                engine.beginHandshake();
                engine.wrap(
                        ByteBuffer.allocate(0),
                        ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
            } finally {
                ReferenceCountUtil.release(engine);
            }
        }
        return null;
    }
}
