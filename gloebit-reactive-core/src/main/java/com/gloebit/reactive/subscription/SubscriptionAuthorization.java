package com.gloebit.reactive.subscription;

import org.jspecify.annotations.Nullable;

/**
 * The status of a user's authorization of a subscription. The user approves or declines it on a page of Gloebit:
 * {@code GloebitEnvironment.subscriptionUri(id)}.
 *
 * @param id Gloebit's id of the authorization; null if Gloebit omitted it
 * @param pending whether the decision is still open; null if Gloebit omitted it
 * @param enabled whether the user may be charged; null if Gloebit omitted it
 * @param status Gloebit's {@code status}, verbatim: {@code duplicate}, {@code duplicate-and-already-approved-by-user},
 *     {@code duplicate-and-previously-declined-by-user} or another; null if there was none
 */
public record SubscriptionAuthorization(
        @Nullable String id,
        @Nullable Boolean pending,
        @Nullable Boolean enabled,
        @Nullable String status) {
    /** Contains no text of Gloebit. */
    @Override
    public String toString() {
        return "SubscriptionAuthorization[" + id + ", pending=" + pending + ", enabled=" + enabled + "]";
    }
}
