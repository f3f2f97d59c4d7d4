package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of purchase may say beside what is bought.
 *
 * @param username the application's name for the payer, up to 255 characters, may be empty; null to have it looked up
 * @param buyerId the application's id for the payer, up to 255 characters; null to leave it out
 * @param descriptions what the payer's history shows
 * @param subscriptionId the subscription that this is an unattended debit of; null for a purchase the user makes
 */
public record PurchaseDetails(
        @Nullable String username,
        @Nullable String buyerId,
        Descriptions descriptions,
        @Nullable String subscriptionId) {
    /** Nothing but what is bought. */
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
     * For a named payer; saves the look-up.
     *
     * @param username the application's name for the payer
     * @return a copy
     */
    public PurchaseDetails withUsername(String username) {
        return new PurchaseDetails(Arguments.required("username", username), buyerId, descriptions, subscriptionId);
    }

    /**
     * With the application's id for the payer.
     *
     * @param buyerId up to 255 characters
     * @return a copy
     */
    public PurchaseDetails withBuyerId(String buyerId) {
        return new PurchaseDetails(username, Arguments.required("buyerId", buyerId), descriptions, subscriptionId);
    }

    /**
     * With what the payer's history shows.
     *
     * @param descriptions names and values
     * @return a copy
     */
    public PurchaseDetails withDescriptions(Descriptions descriptions) {
        return new PurchaseDetails(username, buyerId, descriptions, subscriptionId);
    }

    /**
     * As an unattended debit.
     *
     * @param subscriptionId Gloebit's id of the subscription that the user authorized
     * @return a copy
     */
    public PurchaseDetails withDebitOf(String subscriptionId) {
        return new PurchaseDetails(
                username, buyerId, descriptions, Arguments.required("subscriptionId", subscriptionId));
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "PurchaseDetails[" + descriptions + "]";
    }
}
