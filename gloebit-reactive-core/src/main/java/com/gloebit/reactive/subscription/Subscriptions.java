package com.gloebit.reactive.subscription;

import reactor.core.publisher.Mono;

/**
 * The subscriptions that the application offers. Needs no user: the application authenticates by its key and secret.
 */
public interface Subscriptions {
    /**
     * Creates a subscription, or finds it by its local id. A repetition changes nothing, so any temporary failure is
     * retried. Fails with {@code RequestRefusedException} if a different subscription exists under the local id.
     * Source: {@code POST /create-subscription} (OpenSim).
     *
     * @param subscription the subscription to create
     * @throws IllegalStateException if the client has no secret
     * @return the subscription as Gloebit registered it
     */
    Mono<Subscription> create(NewSubscription subscription);
}
