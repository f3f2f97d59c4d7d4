package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.internal.http.SendGate;
import java.util.concurrent.atomic.AtomicBoolean;

/** One attempt of a call. It ends once: with an answer, with a failure, or because the caller cancelled. */
final class Attempt {
    private final SendGate gate;
    private final long startedAt;
    private final AtomicBoolean ended = new AtomicBoolean();

    private volatile DoubtLedger.SendTime sentAt = DoubtLedger.SendTime.UNKNOWN;

    Attempt(DoubtLedger ledger, long startedAt) {
        this.gate = new SendGate(() -> sentAt = ledger.recordSent());
        this.startedAt = startedAt;
    }

    SendGate gate() {
        return gate;
    }

    long startedAt() {
        return startedAt;
    }

    DoubtLedger.SendTime sentAt() {
        return sentAt;
    }

    /** Ends the attempt. Returns true for the first call only. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
