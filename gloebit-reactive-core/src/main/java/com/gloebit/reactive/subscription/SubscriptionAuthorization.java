package com.gloebit.reactive.subscription;

import org.jspecify.annotations.Nullable;

/**
 * Where a user's authorization of a subscription stands. The user decides on a page of Gloebit's:
 * {@code GloebitEnvironment.subscriptionUri(id)}.
 *
 * @param id Gloebit's id of the authorization; null if Gloebit left it out
 * @param pending whether the user has still to decide; null if Gloebit left it out
 * @param enabled whether the user may be charged; null if Gloebit left it out
 * @param status Gloebit's {@code status}, verbatim: {@code duplicate},
 *     {@code duplicate-and-already-approved-by-user}, {@code duplicate-and-previously-declined-by-user} or another; null
 *     if it gave none
 */
public record SubscriptionAuthorization(
        @Nullable String id,
        @Nullable Boolean pending,
        @Nullable Boolean enabled,
        @Nullable String status) {
    /** Shows nothing of Gloebit's text. */
    @Override
    public String toString() {
        return "SubscriptionAuthorization[" + id + ", pending=" + pending + ", enabled=" + enabled + "]";
    }
}
