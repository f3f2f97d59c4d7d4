package com.gloebit.reactive.internal.endpoint;

import com.gloebit.reactive.ClientSecrets;
import com.gloebit.reactive.subscription.NewSubscription;

/** A subscription, and the application that offers it. */
public record SubscriptionRequest(ClientSecrets secrets, NewSubscription subscription) {}
