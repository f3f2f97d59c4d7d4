package com.gloebit.reactive.internal.http;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** The connections of one client to the service. */
public interface Network {
    /** Returns the way in which calls reach the service. */
    Transport transport();

    /** Returns the numbers of connections and of calls that wait for one. */
    PoolGauges gauges();

    /**
     * Loads what the first exchange needs. Never fails.
     *
     * @param rehearsal runs once the network classes are loaded
     * @param atMost the time limit
     */
    Mono<Void> warmUp(Mono<Void> rehearsal, Duration atMost);

    /** Cuts off the calls in flight; completes when all connections are closed. */
    Mono<Void> close();

    /** Cuts off the calls in flight and closes all connections, without waiting. */
    void dispose();
}
