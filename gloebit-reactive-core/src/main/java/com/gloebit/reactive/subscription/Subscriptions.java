package com.gloebit.reactive.subscription;

import com.gloebit.reactive.ClientSecrets;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.endpoint.SubscriptionRequest;
import com.gloebit.reactive.internal.pipeline.Caller;
import reactor.core.publisher.Mono;

/** What the application offers to subscribe to. Needs no user: the application's key and secret say who asks. */
public final class Subscriptions {
    private final Caller caller;
    private final ClientSecrets secrets;

    /**
     * Made by {@code GloebitClient.subscriptions()}.
     *
     * @param caller how calls are made
     * @param secrets who asks
     */
    @SuppressWarnings("exports") // only the client can make a caller
    public Subscriptions(Caller caller, ClientSecrets secrets) {
        this.caller = caller;
        this.secrets = secrets;
    }

    /**
     * Creates a subscription, or finds it by its local id: repeating it changes nothing, so it is sent again after any
     * failure that may pass. Fails with {@code RequestRefusedException} if another was created under the local id.
     * Source: {@code POST /create-subscription} (OpenSim).
     *
     * @param subscription what users can subscribe to
     * @throws IllegalStateException if the client has no secret
     * @return as Gloebit knows it
     */
    public Mono<Subscription> create(NewSubscription subscription) {
        return caller.call(
                Endpoints.CREATE_SUBSCRIPTION,
                new SubscriptionRequest(
                        secrets.key(), secrets.secret(), Arguments.required("subscription", subscription)));
    }
}
