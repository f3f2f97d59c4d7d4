package com.gloebit.reactive.internal.endpoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The wish to charge a user regularly. Made once for a call, so that every attempt says the same. */
public record SubscriptionAuthorizationRequest(
        String applicationKey,
        Instant created,
        String subscriptionId,
        String username,
        String userId,
        @Nullable String appUserId) {
    /** Names no user. */
    @Override
    public String toString() {
        return "SubscriptionAuthorizationRequest[" + subscriptionId + "]";
    }
}
