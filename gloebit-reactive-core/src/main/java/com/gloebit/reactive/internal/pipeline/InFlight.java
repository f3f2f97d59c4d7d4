package com.gloebit.reactive.internal.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The operations under way, and the end of accepting more. */
final class InFlight {
    private static final long CLOSED = 1L << 62;

    private final AtomicLong count = new AtomicLong();
    private final Sinks.Empty<Void> drained = Sinks.empty();

    /** False once the client is closed. */
    boolean enter() {
        if (count.incrementAndGet() < CLOSED) {
            return true;
        }
        leave();
        return false;
    }

    void leave() {
        if (count.decrementAndGet() == CLOSED) {
            drained.tryEmitEmpty();
        }
    }

    /** Nothing enters after this. */
    void close() {
        if (count.getAndUpdate(now -> now | CLOSED) == 0) {
            drained.tryEmitEmpty();
        }
    }

    boolean isClosed() {
        return count.get() >= CLOSED;
    }

    /** Completes when it is closed and the last operation has left. */
    Mono<Void> drained() {
        return drained.asMono();
    }

    long size() {
        return count.get() & ~CLOSED;
    }
}
