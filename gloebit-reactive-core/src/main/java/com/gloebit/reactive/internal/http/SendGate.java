package com.gloebit.reactive.internal.http;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
    private volatile @Nullable Executor connectionLoop;

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

    /** Registers the event loop on which a sent request is cancelled. Called before {@link #pass()}. */
    void cancelsOn(Executor loop) {
        connectionLoop = loop;
    }

    /**
     * Closes the gate, and cancels on the event loop of the connection if the request was sent over HTTP/1.1.
     *
     * <p>In Reactor Netty 1.3.8, {@code ChannelOperations.dispose} closes the connection that it finds on the calling
     * thread. The event loop carries out the close later. Until then it may read the rest of the answer and hand the
     * connection to the next call, which the close then loses. On the event loop, the answer is either incomplete, and
     * the close takes effect at once, or the call no longer has the connection. The cancellation can run on the calling
     * thread once {@code ChannelOperations.dispose} itself changes to the event loop.
     */
    void cancel(Runnable cancellation) {
        Executor loop = close() ? connectionLoop : null;
        if (loop == null) {
            cancellation.run();
            return;
        }
        try {
            loop.execute(cancellation);
        } catch (RejectedExecutionException loopIsShutDown) {
            cancellation.run();
        }
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
