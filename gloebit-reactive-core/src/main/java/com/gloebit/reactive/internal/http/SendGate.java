package com.gloebit.reactive.internal.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;

/**
 * Decides once for each attempt whether it was sent. The type of an exception does not reveal it: a connection reset or
 * a timeout can occur before or after the request.
 *
 * <p>The sender and the canceller compete for the gate. A request that was given up is therefore never sent afterwards,
 * and a request that was sent is never reported as unsent.
 */
public final class SendGate {
    private static final int UNDECIDED = 0;
    private static final int SENT = 1;
    private static final int GIVEN_UP = 2;

    private final AtomicInteger state = new AtomicInteger(UNDECIDED);
    private final Runnable onSend;
    private volatile @Nullable Subscription acquisition;

    /** @param onSend runs once, before the first byte is sent */
    public SendGate(Runnable onSend) {
        this.onSend = onSend;
    }

    /** Called just before the first byte is sent. Returns whether it may be sent. */
    public boolean pass() {
        if (state.compareAndSet(UNDECIDED, SENT)) {
            onSend.run();
            return true;
        }
        return false;
    }

    /** Registers the pending acquisition of a connection, which is cancelled if the attempt is given up. */
    void waitsFor(Subscription subscription) {
        acquisition = subscription;
        if (state.get() == GIVEN_UP) {
            subscription.cancel();
        }
    }

    /** Called when the attempt has ended. Nothing is sent afterwards. Returns whether anything was sent. */
    public boolean close() {
        if (state.compareAndSet(UNDECIDED, GIVEN_UP)) {
            Subscription pending = acquisition;
            if (pending != null) {
                pending.cancel();
            }
            return false;
        }
        return state.get() == SENT;
    }
}
