package com.gloebit.reactive.internal.subject;

import com.gloebit.reactive.subscription.NewSubscription;

/** A subscription, and the application that offers it. */
public record SubscriptionRequest(String key, String secret, NewSubscription subscription) {
    @Override
    public String toString() {
        return "SubscriptionRequest[redacted]";
    }
}
