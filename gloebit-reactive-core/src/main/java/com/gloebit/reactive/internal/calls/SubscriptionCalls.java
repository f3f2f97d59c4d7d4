package com.gloebit.reactive.internal.calls;

import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.internal.subject.SubscriptionRequest;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.Subscriptions;
import reactor.core.publisher.Mono;

/** Calls for the subscriptions of the application. */
public final class SubscriptionCalls implements Subscriptions {
    private final EndpointInvoker invoker;
    private final ClientSecrets secrets;

    public SubscriptionCalls(EndpointInvoker invoker, ClientSecrets secrets) {
        this.invoker = invoker;
        this.secrets = secrets;
    }

    @Override
    public Mono<Subscription> create(NewSubscription subscription) {
        return invoker.call(
                Endpoints.CREATE_SUBSCRIPTION,
                new SubscriptionRequest(
                        secrets.key(), secrets.secret(), Arguments.required("subscription", subscription)));
    }
}
