package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.endpoint.FailureKind;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether an operation may have happened, over all its attempts. It belongs to the {@code Mono}, not to one
 * subscription: whoever subscribes again after a lost answer must not be told that nothing happened.
 */
final class DoubtLedger {
    private static final int DONE = Integer.MIN_VALUE;

    /** Attempts that were sent and may have done it; below zero once it is known to be done. */
    private final AtomicInteger open;

    DoubtLedger(boolean startsInDoubt) {
        this.open = new AtomicInteger(startsInDoubt ? 1 : 0);
    }

    void sent() {
        open.updateAndGet(count -> count < 0 ? count : count + 1);
    }

    void done() {
        open.set(DONE);
    }

    /** @param sent whether the attempt that ended so was sent */
    void ended(FailureKind kind, boolean sent) {
        switch (kind.doubt()) {
            case NONE -> open.updateAndGet(count -> sent && count > 0 ? count - 1 : count);
            case SETTLED -> open.updateAndGet(count -> count < 0 ? count : 0);
            case LEFT -> {}
        }
    }

    Outcome outcome() {
        return open.get() == 0 ? Outcome.NOT_DONE : Outcome.UNKNOWN;
    }
}
