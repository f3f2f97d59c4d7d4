package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.endpoint.FailureKind;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether an operation may have happened, over all its attempts. It belongs to the {@code Mono}, not to one
 * subscription: whoever subscribes again after a lost answer must not be told that nothing happened, and of two
 * subscriptions at once neither may speak for the other's attempt.
 */
public final class DoubtLedger {
    /**
     * The state of the books.
     *
     * @param done whether it is known to have happened
     * @param onTheWire attempts that were sent and are not over
     * @param lost attempts that were sent and are over, and may have done it
     */
    private record Books(boolean done, int onTheWire, int lost) {
        Books oneOver(FailureKind.Doubt doubt) {
            return switch (doubt) {
                case NONE -> new Books(done, onTheWire - 1, lost);
                case LEFT -> new Books(done, onTheWire - 1, lost + 1);
                case SETTLED -> new Books(done, onTheWire - 1, 0);
            };
        }
    }

    private final AtomicReference<Books> books = new AtomicReference<>(new Books(false, 0, 0));

    /** It may have happened by another call. */
    public void arises() {
        books.updateAndGet(now -> new Books(now.done, now.onTheWire, Math.max(1, now.lost)));
    }

    void sent() {
        books.updateAndGet(now -> new Books(now.done, now.onTheWire + 1, now.lost));
    }

    void done() {
        books.updateAndGet(now -> new Books(true, now.onTheWire, now.lost));
    }

    /** The end of an attempt that was sent. */
    void ended(FailureKind kind) {
        books.updateAndGet(now -> now.oneOver(kind.doubt()));
    }

    Outcome outcome() {
        Books now = Objects.requireNonNull(books.get());
        return now.done || now.onTheWire > 0 || now.lost > 0 ? Outcome.UNKNOWN : Outcome.NOT_DONE;
    }
}
