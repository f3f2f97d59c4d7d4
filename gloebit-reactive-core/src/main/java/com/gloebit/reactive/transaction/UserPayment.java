package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.math.BigDecimal;

/**
 * A payment from one user to another, for an item that the application names and prices itself. Gloebit's documentation
 * says <em>not supported, contact us</em>; Gloebit's OpenSim module uses it.
 *
 * @param transactionId the id under which Gloebit books the payment
 * @param item the application's name for the item, 1 to 255 characters
 * @param unitPrice the price of one piece in gloebits: above 0, with at most 6 decimal places; the price times the
 *     quantity is at most 10^12
 * @param quantity the number of pieces, at least 1
 * @param payee the user that receives the payment
 * @param details further members of the purchase
 */
public record UserPayment(
        TransactionId transactionId,
        String item,
        BigDecimal unitPrice,
        int quantity,
        Payee payee,
        PurchaseDetails details)
        implements Purchase {
    private static final int MAX_TEXT = 255;

    public UserPayment {
        Arguments.required("transactionId", transactionId);
        Arguments.text("item", item, MAX_TEXT);
        unitPrice = Arguments.amount("unitPrice", unitPrice);
        Arguments.atLeastOne("quantity", quantity);
        Arguments.amount("unitPrice times quantity", unitPrice.multiply(BigDecimal.valueOf(quantity)));
        Arguments.required("payee", payee);
        Arguments.required("details", details);
    }

    /**
     * Creates a payment for one piece.
     *
     * @param transactionId the id under which Gloebit books the payment
     * @param item the application's name for the item
     * @param unitPrice the price in gloebits, above 0
     * @param payee the user that receives the payment
     * @return the payment
     */
    public static UserPayment of(TransactionId transactionId, String item, long unitPrice, Payee payee) {
        return of(transactionId, item, BigDecimal.valueOf(unitPrice), payee);
    }

    /**
     * Creates a payment for one piece.
     *
     * @param transactionId the id under which Gloebit books the payment
     * @param item the application's name for the item
     * @param unitPrice the price in gloebits, above 0
     * @param payee the user that receives the payment
     * @return the payment
     */
    public static UserPayment of(TransactionId transactionId, String item, BigDecimal unitPrice, Payee payee) {
        return new UserPayment(transactionId, item, unitPrice, 1, payee, PurchaseDetails.NONE);
    }

    /**
     * Returns a copy with another quantity.
     *
     * @param quantity the number of pieces, at least 1
     * @return a copy
     */
    public UserPayment withQuantity(int quantity) {
        return new UserPayment(transactionId, item, unitPrice, quantity, payee, details);
    }

    /**
     * Returns a copy that names the payer, which makes a look-up of the name unnecessary.
     *
     * @param username the application's name for the payer
     * @return a copy
     */
    public UserPayment withUsername(String username) {
        return withDetails(details.withUsername(username));
    }

    /**
     * Returns a copy with other details.
     *
     * @param details payer, descriptions and subscription
     * @return a copy
     */
    public UserPayment withDetails(PurchaseDetails details) {
        return new UserPayment(transactionId, item, unitPrice, quantity, payee, details);
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
        return PurchaseKind.USER_PAYMENT;
    }

    /** Contains no user data. */
    @Override
    public String toString() {
        return "UserPayment[" + transactionId + ", " + total() + " gloebits]";
    }
}
