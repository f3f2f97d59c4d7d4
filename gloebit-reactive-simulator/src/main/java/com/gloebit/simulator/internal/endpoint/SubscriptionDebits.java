package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.internal.ledger.SubscriptionAuthorization;
import com.gloebit.simulator.internal.ledger.Subscriptions;
import com.gloebit.simulator.internal.ledger.TransactReply;
import com.gloebit.simulator.internal.oauth.Grant;
import java.util.Optional;
import java.util.UUID;

/** Whether a user has authorized what a subscription debit asks for. */
final class SubscriptionDebits {
    private final Subscriptions subscriptions;

    SubscriptionDebits(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Why the debit will not happen; empty if the user approved. */
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

    /** The authorization that awaits the user. */
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
