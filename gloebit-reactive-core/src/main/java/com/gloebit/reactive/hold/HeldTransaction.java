package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * The purchase that a callback is about.
 *
 * @param id the application's id of it
 * @param kind what kind of purchase it is
 * @param user the application's key for the payer, if the purchase was made by {@code GloebitClient.user(String)}; else
 *     null
 */
public record HeldTransaction(
        TransactionId id, PurchaseKind kind, @Nullable String user) {
    /** Names no user. */
    @Override
    public String toString() {
        return "HeldTransaction[" + id + ", " + kind + "]";
    }
}
