package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.internal.http.SendGate;
import java.util.concurrent.atomic.AtomicBoolean;

/** One attempt of an operation. It ends once: with an answer, with a failure, or because the caller cancelled. */
final class Attempt {
    private final SendGate gate;
    private final long startedAt;
    private final AtomicBoolean ended = new AtomicBoolean();

    private volatile DoubtLedger.Sent sent = DoubtLedger.Sent.UNKNOWN;

    Attempt(DoubtLedger doubt, long startedAt) {
        this.gate = new SendGate(() -> sent = doubt.sent());
        this.startedAt = startedAt;
    }

    SendGate gate() {
        return gate;
    }

    long startedAt() {
        return startedAt;
    }

    DoubtLedger.Sent sent() {
        return sent;
    }

    /** Ends the attempt. Returns true for the first call only. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
