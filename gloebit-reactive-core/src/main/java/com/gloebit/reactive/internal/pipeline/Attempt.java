package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.internal.http.SendGate;
import java.util.concurrent.atomic.AtomicBoolean;

/** One attempt of an operation. It ends once: with an answer, a failure, or the caller's cancellation. */
final class Attempt {
    private final SendGate gate;
    private final long began;
    private final AtomicBoolean over = new AtomicBoolean();

    Attempt(SendGate gate, long began) {
        this.gate = gate;
        this.began = began;
    }

    SendGate gate() {
        return gate;
    }

    long began() {
        return began;
    }

    /** True for whoever ends it. */
    boolean end() {
        return over.compareAndSet(false, true);
    }
}
