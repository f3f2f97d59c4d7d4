package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.internal.ledger.SubscriptionAuthorization;
import com.gloebit.simulator.internal.ledger.Subscriptions;
import com.gloebit.simulator.internal.ledger.TransactReply;
import com.gloebit.simulator.internal.oauth.Grant;
import java.util.Optional;
import java.util.UUID;

/** Checks a user's authorization of subscription debits. */
final class SubscriptionDebits {
    private final Subscriptions subscriptions;

    SubscriptionDebits(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Returns the refusal of a debit; empty if the user has approved the subscription. */
    Optional<TransactReply> refusal(Optional<UUID> subscriptionId, Grant grant) {
        if (subscriptionId.isEmpty()) {
            return Optional.of(TransactReply.SUBSCRIPTION_MISSING);
        }
        boolean known = subscriptions
                .find(subscriptionId.get())
                .filter(subscription -> subscription.applicationKey().equals(grant.applicationKey()))
                .isPresent();
        if (!known) {
            return Optional.of(TransactReply.UNKNOWN_SUBSCRIPTION);
        }
        return subscriptions
                .findAuthorization(subscriptionId.get(), grant.userName())
                .map(authorization -> refusal(authorization.state()))
                .orElse(Optional.of(TransactReply.UNKNOWN_SUBSCRIPTION_AUTHORIZATION));
    }

    /** Returns the user's pending authorization. */
    Optional<UUID> pendingAuthorization(Optional<UUID> subscriptionId, Grant grant) {
        return subscriptionId
                .flatMap(id -> subscriptions.findAuthorization(id, grant.userName()))
                .filter(authorization -> authorization.is(SubscriptionAuthorization.State.PENDING))
                .map(SubscriptionAuthorization::id);
    }

    private static Optional<TransactReply> refusal(SubscriptionAuthorization.State state) {
        return switch (state) {
            case PENDING -> Optional.of(TransactReply.SUBSCRIPTION_AUTHORIZATION_PENDING);
            case DECLINED -> Optional.of(TransactReply.SUBSCRIPTION_AUTHORIZATION_DECLINED);
            case APPROVED -> Optional.empty();
        };
    }
}
