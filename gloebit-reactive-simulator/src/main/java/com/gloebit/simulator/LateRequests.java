package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.LateRequestQueue;

/**
 * Requests that were read, whose senders lost the connection or were told something else, and that are carried out later:
 * see {@link Fault#withLateProcessing()}. A thousand can wait; one more brings on the oldest. What still waits when the simulator is
 * closed or reset is never carried out.
 */
public final class LateRequests {
    private final LateRequestQueue queue;

    LateRequests(LateRequestQueue queue) {
        this.queue = queue;
    }

    /**
     * How many wait.
     *
     * @return 0 to 1000
     */
    public int count() {
        return queue.count();
    }

    /**
     * Carries out every request that waits, in the order of their arrival, before it returns.
     *
     * @return how many there were
     */
    public int release() {
        return queue.release();
    }
}
