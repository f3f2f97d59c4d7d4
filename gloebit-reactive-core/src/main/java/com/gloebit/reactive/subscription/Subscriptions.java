package com.gloebit.reactive.subscription;

import reactor.core.publisher.Mono;

/** What the application offers to subscribe to. Needs no user: the application's key and secret say who asks. */
public interface Subscriptions {
    /**
     * Creates a subscription, or finds it by its local id: repeating it changes nothing, so it is sent again after any
     * failure that may pass. Fails with {@code RequestRefusedException} if another was created under the local id.
     * Source: {@code POST /create-subscription} (OpenSim).
     *
     * @param subscription what users can subscribe to
     * @throws IllegalStateException if the client has no secret
     * @return as Gloebit knows it
     */
    Mono<Subscription> create(NewSubscription subscription);
}
