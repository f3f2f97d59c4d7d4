package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.internal.http.SendGate;
import java.util.concurrent.atomic.AtomicBoolean;

/** One attempt of an operation. It ends once: with an answer, a failure, or the caller's cancellation. */
final class Attempt {
    private final SendGate gate;
    private final long began;
    private final AtomicBoolean over = new AtomicBoolean();

    private volatile DoubtLedger.Sent sent = DoubtLedger.Sent.UNKNOWN;

    Attempt(DoubtLedger doubt, long began) {
        this.gate = new SendGate(() -> sent = doubt.sent());
        this.began = began;
    }

    SendGate gate() {
        return gate;
    }

    long began() {
        return began;
    }

    DoubtLedger.Sent sent() {
        return sent;
    }

    /** Returns true to the first who ends it. */
    boolean end() {
        return over.compareAndSet(false, true);
    }
}
