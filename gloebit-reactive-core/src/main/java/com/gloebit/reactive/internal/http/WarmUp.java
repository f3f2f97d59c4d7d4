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

/** Loads the classes and resources that the first exchange needs, without opening a connection. */
public final class WarmUp {
    private final HttpClient client;
    private final boolean isSecure;

    /** @param isSecure whether the service uses https */
    public WarmUp(HttpClient client, boolean isSecure) {
        this.client = client;
        this.isSecure = isSecure;
    }

    /**
     * Runs the warm-up on a thread of its own, because loading classes and the JDK's certificate authorities blocks.
     * Never fails.
     *
     * @param rehearsal runs once the network classes are loaded
     * @param atMost the time limit; Reactor treats a missing class as fatal and would never signal it
     */
    public Mono<Void> run(Mono<Void> rehearsal, Duration atMost) {
        return Mono.using(
                // A shared scheduler would keep the class loader of the code that started it.
                () -> Schedulers.newBoundedElastic(1, 10, "gloebit-warm-up", 10, true),
                thread -> client.warmup()
                        .then(Mono.<Void>fromCallable(this::beginHandshake))
                        .onErrorComplete()
                        .then(rehearsal)
                        .subscribeOn(thread)
                        .timeout(atMost)
                        .onErrorComplete(),
                WarmUp::disposeOnItsThread,
                false);
    }

    /** Disposing takes a lock, which must not park the timer's thread that reports the time limit. */
    private static void disposeOnItsThread(Scheduler thread) {
        thread.schedule(thread::dispose);
    }

    /** Creates the first TLS message of the client and discards it. */
    private @Nullable Void beginHandshake() throws SSLException {
        if (isSecure) {
            SslProvider configured = client.configuration().sslProvider();
            SslProvider provider = configured == null ? SslProvider.defaultClientProvider() : configured;
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
