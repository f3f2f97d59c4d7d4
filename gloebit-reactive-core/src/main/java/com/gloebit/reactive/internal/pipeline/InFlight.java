package com.gloebit.reactive.internal.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The operations under way, and the end of accepting more. */
final class InFlight {
    private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);
    private static final long CLOSED = 1L << 62;

    private final AtomicLong count = new AtomicLong();
    private final AtomicReference<@Nullable Runnable> lastOfAll = new AtomicReference<>();
    private final Sinks.Empty<Void> drained = Sinks.empty();

    /** False once the client is closed. */
    boolean enter() {
        if (count.incrementAndGet() < CLOSED) {
            return true;
        }
        leave();
        return false;
    }

    /** For what belongs to something that entered elsewhere, and is waited for there. */
    void enterThoughClosed() {
        count.incrementAndGet();
    }

    void leave() {
        if (count.decrementAndGet() == CLOSED) {
            onDrained();
        }
    }

    /** Nothing enters after this. */
    void close() {
        if (count.updateAndGet(now -> now | CLOSED) == CLOSED) {
            onDrained();
        }
    }

    /** The same; whoever leaves last runs the action, at once if there is nobody. */
    void close(Runnable action) {
        lastOfAll.set(action);
        close();
    }

    private void onDrained() {
        drained.tryEmitEmpty();
        Runnable action = lastOfAll.getAndSet(null);
        if (action == null) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException e) {
            // Whoever leaves last was answered, and must be told that.
            LOG.warn("closing failed: {}", e.getClass().getName());
        }
    }

    boolean isClosed() {
        return count.get() >= CLOSED;
    }

    /** Completes when it is closed and the last operation has left. */
    Mono<Void> awaitDrained() {
        return drained.asMono();
    }

    long size() {
        return count.get() & ~CLOSED;
    }
}
