package com.gloebit.reactive.internal.subject;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for permission to charge a user regularly. It is created once for each call, so that every attempt sends
 * the same bytes.
 */
public record SubscriptionAuthorizationRequest(
        String applicationKey,
        Instant created,
        String subscriptionId,
        String username,
        String userId,
        @Nullable String appUserId) {
    /** Shows no user. */
    @Override
    public String toString() {
        return "SubscriptionAuthorizationRequest[" + subscriptionId + "]";
    }
}
