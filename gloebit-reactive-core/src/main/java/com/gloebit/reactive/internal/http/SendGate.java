package com.gloebit.reactive.internal.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;

/**
 * Decides, once for an attempt, whether it was sent. What kind of exception ended it does not tell: a reset connection
 * and a timeout come before the request as well as after it. Both sides race for the gate, so a request that was given
 * up is not sent behind its caller's back, and one that was sent is never called unsent.
 */
public final class SendGate {
    private static final int UNDECIDED = 0;
    private static final int SENT = 1;
    private static final int GIVEN_UP = 2;

    private final AtomicInteger state = new AtomicInteger(UNDECIDED);
    private final Runnable onSend;
    private volatile @Nullable Subscription connecting;

    /** @param onSend run once, before the first byte is sent */
    public SendGate(Runnable onSend) {
        this.onSend = onSend;
    }

    /** Called just before the first byte: true if it may be sent. */
    public boolean pass() {
        if (state.compareAndSet(UNDECIDED, SENT)) {
            onSend.run();
            return true;
        }
        return false;
    }

    /** Whoever gives the attempt up no longer waits for a connection. */
    void waitsFor(Subscription connection) {
        connecting = connection;
        if (state.get() == GIVEN_UP) {
            connection.cancel();
        }
    }

    /** Called when the attempt is over: true if anything was sent. From here on, nothing will be. */
    public boolean closeAndTellIfSent() {
        if (state.compareAndSet(UNDECIDED, GIVEN_UP)) {
            Subscription connection = connecting;
            if (connection != null) {
                connection.cancel();
            }
            return false;
        }
        return state.get() == SENT;
    }
}
