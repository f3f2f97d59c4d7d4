package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Members that purchases of every kind can have.
 *
 * @param username the application's name for the payer, up to 255 characters, may be empty; null makes the client look
 *     the name up
 * @param buyerId the application's id for the payer, 1 to 255 characters; null to omit it
 * @param descriptions names and values that the payer's history shows
 * @param subscriptionId Gloebit's id of the subscription that an unattended debit belongs to, 1 to 255 characters; null
 *     for a purchase that the user makes
 */
public record PurchaseDetails(
        @Nullable String username,
        @Nullable String buyerId,
        Descriptions descriptions,
        @Nullable String subscriptionId) {
    /** No details. */
    public static final PurchaseDetails NONE = new PurchaseDetails(null, null, Descriptions.NONE, null);

    private static final int MAX_TEXT = 255;

    public PurchaseDetails {
        if (username != null) {
            Arguments.optionalText("username", username, MAX_TEXT);
        }
        if (buyerId != null) {
            Arguments.text("buyerId", buyerId, MAX_TEXT);
        }
        Arguments.required("descriptions", descriptions);
        if (subscriptionId != null) {
            Arguments.text("subscriptionId", subscriptionId, MAX_TEXT);
        }
    }

    /**
     * Returns a copy that names the payer, which makes a look-up of the name unnecessary.
     *
     * @param username the application's name for the payer
     * @return a copy
     */
    public PurchaseDetails withUsername(String username) {
        return new PurchaseDetails(Arguments.required("username", username), buyerId, descriptions, subscriptionId);
    }

    /**
     * Returns a copy with the application's id for the payer.
     *
     * @param buyerId 1 to 255 characters
     * @return a copy
     */
    public PurchaseDetails withBuyerId(String buyerId) {
        return new PurchaseDetails(username, Arguments.required("buyerId", buyerId), descriptions, subscriptionId);
    }

    /**
     * Returns a copy with other descriptions.
     *
     * @param descriptions names and values that the payer's history shows
     * @return a copy
     */
    public PurchaseDetails withDescriptions(Descriptions descriptions) {
        return new PurchaseDetails(username, buyerId, descriptions, subscriptionId);
    }

    /**
     * Returns a copy that makes the purchase an unattended debit of a subscription.
     *
     * @param subscriptionId Gloebit's id of the subscription that the user authorized
     * @return a copy
     */
    public PurchaseDetails withDebitOf(String subscriptionId) {
        return new PurchaseDetails(
                username, buyerId, descriptions, Arguments.required("subscriptionId", subscriptionId));
    }

    /** Contains no user data. */
    @Override
    public String toString() {
        return "PurchaseDetails[" + descriptions + "]";
    }
}
