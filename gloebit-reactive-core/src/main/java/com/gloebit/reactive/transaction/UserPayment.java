package com.gloebit.reactive.transaction;

import com.gloebit.reactive.internal.Arguments;
import java.math.BigDecimal;

/**
 * A payment from one user to another, for something the application names and prices itself. Gloebit's documentation says
 * <em>not supported, contact us</em>; its OpenSim module uses it.
 *
 * @param transactionId the id under which Gloebit books it
 * @param item the application's name for what is paid for, up to 255 characters
 * @param unitPrice gloebits for one: above 0, with at most 6 decimal places; times the quantity, at most 10^12
 * @param quantity how many, at least 1
 * @param payee who is paid
 * @param details what else to say
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
     * A payment for one item.
     *
     * @param transactionId the id under which Gloebit books it
     * @param item the application's name for what is paid for
     * @param unitPrice gloebits, above 0
     * @param payee who is paid
     * @return the payment
     */
    public static UserPayment of(TransactionId transactionId, String item, long unitPrice, Payee payee) {
        return of(transactionId, item, BigDecimal.valueOf(unitPrice), payee);
    }

    /**
     * A payment for one item.
     *
     * @param transactionId the id under which Gloebit books it
     * @param item the application's name for what is paid for
     * @param unitPrice gloebits, above 0
     * @param payee who is paid
     * @return the payment
     */
    public static UserPayment of(TransactionId transactionId, String item, BigDecimal unitPrice, Payee payee) {
        return new UserPayment(transactionId, item, unitPrice, 1, payee, PurchaseDetails.NONE);
    }

    /**
     * For several of it.
     *
     * @param quantity how many, at least 1
     * @return a copy
     */
    public UserPayment withQuantity(int quantity) {
        return new UserPayment(transactionId, item, unitPrice, quantity, payee, details);
    }

    /**
     * For a named payer; saves the look-up.
     *
     * @param username the application's name for the payer
     * @return a copy
     */
    public UserPayment withUsername(String username) {
        return withDetails(details.withUsername(username));
    }

    /**
     * With everything else there is to say.
     *
     * @param details payer, descriptions, subscription
     * @return a copy
     */
    public UserPayment withDetails(PurchaseDetails details) {
        return new UserPayment(transactionId, item, unitPrice, quantity, payee, details);
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
        return PurchaseKind.USER_PAYMENT;
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "UserPayment[" + transactionId + ", " + total() + " gloebits]";
    }
}
