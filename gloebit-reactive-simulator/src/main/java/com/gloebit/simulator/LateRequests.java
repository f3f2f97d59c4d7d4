package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.LateRequestQueue;

/**
 * Requests that met a fault with {@link Fault#withLateProcessing()} and wait to be carried out. At most a thousand
 * wait; one more carries out the oldest. Closing or resetting the simulator discards them.
 */
public final class LateRequests {
    private final LateRequestQueue queue;

    LateRequests(LateRequestQueue queue) {
        this.queue = queue;
    }

    /**
     * Returns the number of waiting requests.
     *
     * @return 0 to 1000
     */
    public int count() {
        return queue.count();
    }

    /**
     * Carries out all waiting requests in the order of their arrival, and returns afterwards.
     *
     * @return the number of requests
     */
    public int release() {
        return queue.release();
    }
}
