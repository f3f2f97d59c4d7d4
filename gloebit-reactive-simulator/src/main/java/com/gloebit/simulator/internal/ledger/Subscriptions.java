package com.gloebit.simulator.internal.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The subscriptions of all applications, and the users' authorizations. */
public final class Subscriptions {
    private final Map<UUID, Subscription> subscriptions = new LinkedHashMap<>();
    private final Map<UUID, SubscriptionAuthorization> authorizations = new LinkedHashMap<>();

    /**
     * Adds a subscription, unless its application has one with the same local id.
     *
     * @return the existing one
     */
    public synchronized Optional<Subscription> addOrFind(Subscription subscription) {
        Optional<Subscription> known = subscriptions.values().stream()
                .filter(other -> other.applicationKey().equals(subscription.applicationKey())
                        && other.localId().equals(subscription.localId()))
                .findFirst();
        if (known.isEmpty()) {
            subscriptions.put(subscription.id(), subscription);
        }
        return known;
    }

    public synchronized Optional<Subscription> find(UUID id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    public synchronized void enable(UUID id, boolean enabled) {
        Subscription known = find(id).orElseThrow(() -> unknown("subscriptionId", id, subscriptions));
        subscriptions.put(id, known.enabled(enabled));
    }

    /**
     * Adds a pending authorization, unless the user has one.
     *
     * @return the existing one
     */
    public synchronized Optional<SubscriptionAuthorization> addOrFind(SubscriptionAuthorization authorization) {
        Optional<SubscriptionAuthorization> known =
                findAuthorization(authorization.subscriptionId(), authorization.userName());
        if (known.isEmpty()) {
            authorizations.put(authorization.id(), authorization);
        }
        return known;
    }

    public synchronized Optional<SubscriptionAuthorization> findAuthorization(UUID id) {
        return Optional.ofNullable(authorizations.get(id));
    }

    public synchronized Optional<SubscriptionAuthorization> findAuthorization(UUID subscriptionId, String userName) {
        return authorizations.values().stream()
                .filter(known -> known.subscriptionId().equals(subscriptionId)
                        && known.userName().equals(userName))
                .findFirst();
    }

    /** Records the user's decision. The user may change it later. */
    public synchronized void decide(UUID authorizationId, boolean approved) {
        SubscriptionAuthorization known = findAuthorization(authorizationId)
                .orElseThrow(() -> unknown("authorizationId", authorizationId, authorizations));
        authorizations.put(
                authorizationId,
                known.become(
                        approved
                                ? SubscriptionAuthorization.State.APPROVED
                                : SubscriptionAuthorization.State.DECLINED));
    }

    private static IllegalArgumentException unknown(String argument, UUID given, Map<UUID, ?> known) {
        List<UUID> allowed = new ArrayList<>(known.keySet());
        return new IllegalArgumentException(argument + " is " + given + "; known are " + allowed);
    }
}
