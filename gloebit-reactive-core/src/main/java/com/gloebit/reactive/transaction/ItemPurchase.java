package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.math.BigDecimal;

/**
 * The purchase of anything that the application names and prices itself.
 *
 * @param transactionId the id under which Gloebit books it
 * @param item the application's name for what is bought, up to 255 characters; for the log and the user's history
 * @param unitPrice gloebits for one: above 0, with at most 6 decimal places; times the quantity, at most 10^12
 * @param quantity how many, at least 1
 * @param details what else to say
 */
public record ItemPurchase(
        TransactionId transactionId, String item, BigDecimal unitPrice, int quantity, PurchaseDetails details)
        implements Purchase {
    private static final int MAX_TEXT = 255;

    public ItemPurchase {
        Arguments.required("transactionId", transactionId);
        Arguments.text("item", item, MAX_TEXT);
        unitPrice = Arguments.amount("unitPrice", unitPrice);
        Arguments.atLeastOne("quantity", quantity);
        Arguments.amount("unitPrice times quantity", unitPrice.multiply(BigDecimal.valueOf(quantity)));
        Arguments.required("details", details);
    }

    /**
     * One item.
     *
     * @param transactionId the id under which Gloebit books it
     * @param item the application's name for what is bought
     * @param unitPrice gloebits for one, above 0
     * @return the purchase
     */
    public static ItemPurchase of(TransactionId transactionId, String item, long unitPrice) {
        return of(transactionId, item, BigDecimal.valueOf(unitPrice));
    }

    /**
     * One item.
     *
     * @param transactionId the id under which Gloebit books it
     * @param item the application's name for what is bought
     * @param unitPrice gloebits for one, above 0
     * @return the purchase
     */
    public static ItemPurchase of(TransactionId transactionId, String item, BigDecimal unitPrice) {
        return new ItemPurchase(transactionId, item, unitPrice, 1, PurchaseDetails.NONE);
    }

    /**
     * Several of it.
     *
     * @param quantity how many, at least 1
     * @return a copy
     */
    public ItemPurchase withQuantity(int quantity) {
        return new ItemPurchase(transactionId, item, unitPrice, quantity, details);
    }

    /**
     * For a named payer; saves the look-up.
     *
     * @param username the application's name for the payer
     * @return a copy
     */
    public ItemPurchase withUsername(String username) {
        return withDetails(details.withUsername(username));
    }

    /**
     * With everything else there is to say.
     *
     * @param details payer, descriptions, subscription
     * @return a copy
     */
    public ItemPurchase withDetails(PurchaseDetails details) {
        return new ItemPurchase(transactionId, item, unitPrice, quantity, details);
    }

    /**
     * What the payer pays.
     *
     * @return unit price times quantity, exact
     */
    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    @Override
    public PurchaseKind kind() {
        return PurchaseKind.ITEM;
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "ItemPurchase[" + transactionId + ", " + total() + " gloebits]";
    }
}
