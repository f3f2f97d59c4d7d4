package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.math.BigDecimal;

/**
 * The purchase of an item that the application names and prices itself.
 *
 * @param transactionId the id under which Gloebit books the purchase
 * @param item the application's name for the item, 1 to 255 characters; shown in the log and the user's history
 * @param unitPrice the price of one piece in gloebits: above 0, with at most 6 decimal places; the price times the
 *     quantity is at most 10^12
 * @param quantity the number of pieces, at least 1
 * @param details further members of the purchase
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
     * Creates the purchase of one piece.
     *
     * @param transactionId the id under which Gloebit books the purchase
     * @param item the application's name for the item
     * @param unitPrice the price in gloebits, above 0
     * @return the purchase
     */
    public static ItemPurchase of(TransactionId transactionId, String item, long unitPrice) {
        return of(transactionId, item, BigDecimal.valueOf(unitPrice));
    }

    /**
     * Creates the purchase of one piece.
     *
     * @param transactionId the id under which Gloebit books the purchase
     * @param item the application's name for the item
     * @param unitPrice the price in gloebits, above 0
     * @return the purchase
     */
    public static ItemPurchase of(TransactionId transactionId, String item, BigDecimal unitPrice) {
        return new ItemPurchase(transactionId, item, unitPrice, 1, PurchaseDetails.NONE);
    }

    /**
     * Returns a copy with another quantity.
     *
     * @param quantity the number of pieces, at least 1
     * @return a copy
     */
    public ItemPurchase withQuantity(int quantity) {
        return new ItemPurchase(transactionId, item, unitPrice, quantity, details);
    }

    /**
     * Returns a copy that names the payer, which makes a look-up of the name unnecessary.
     *
     * @param username the application's name for the payer
     * @return a copy
     */
    public ItemPurchase withUsername(String username) {
        return withDetails(details.withUsername(username));
    }

    /**
     * Returns a copy with other details.
     *
     * @param details payer, descriptions and subscription
     * @return a copy
     */
    public ItemPurchase withDetails(PurchaseDetails details) {
        return new ItemPurchase(transactionId, item, unitPrice, quantity, details);
    }

    /**
     * The price of all pieces in gloebits.
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

    /** Contains no user data. */
    @Override
    public String toString() {
        return "ItemPurchase[" + transactionId + ", " + total() + " gloebits]";
    }
}
