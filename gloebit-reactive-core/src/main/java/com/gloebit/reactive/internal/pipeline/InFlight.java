package com.gloebit.reactive.internal.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Counts the calls in flight, and stops new ones from starting. */
final class InFlight {
    private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);
    private static final long CLOSED = 1L << 62;

    private final AtomicLong count = new AtomicLong();
    private final AtomicReference<@Nullable Runnable> drainedAction = new AtomicReference<>();
    private final Sinks.Empty<Void> drained = Sinks.empty();

    /** Returns false once the client is closed. */
    boolean enter() {
        if (count.incrementAndGet() < CLOSED) {
            return true;
        }
        leave();
        return false;
    }

    /** Enters even if closed. For a call that is part of a sequence that has entered elsewhere and is awaited there. */
    void enterThoughClosed() {
        count.incrementAndGet();
    }

    void leave() {
        if (count.decrementAndGet() == CLOSED) {
            onDrained();
        }
    }

    /** Prevents new calls from entering. */
    void close() {
        if (count.updateAndGet(now -> now | CLOSED) == CLOSED) {
            onDrained();
        }
    }

    /** Closes, and runs the action when the last call has left, or at once if none is in flight. */
    void close(Runnable action) {
        drainedAction.set(action);
        close();
    }

    private void onDrained() {
        drained.tryEmitEmpty();
        Runnable action = drainedAction.getAndSet(null);
        if (action == null) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException e) {
            // The last call has its result; a failing action must not replace it.
            LOG.warn("closing failed: {}", e.getClass().getName());
        }
    }

    boolean isClosed() {
        return count.get() >= CLOSED;
    }

    /** Completes when it is closed and the last call has left. */
    Mono<Void> awaitDrained() {
        return drained.asMono();
    }

    long size() {
        return count.get() & ~CLOSED;
    }
}
