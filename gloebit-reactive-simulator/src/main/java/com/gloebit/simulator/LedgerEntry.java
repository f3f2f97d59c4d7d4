package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A booking at the moment of the query.
 *
 * @param transactionId the application's id of the transaction, as it was sent
 * @param payer user name of the payer
 * @param applicationKey the application, which is the payee unless there is another
 * @param amount the gloebits that the payer pays
 * @param fee the part of the amount that the service keeps
 * @param kind the kind of purchase
 * @param what the asset code or the product's name
 * @param quantity the number of units
 * @param state the booking's state
 * @param payee user name of the payee of a {@link Kind#USER_PAYMENT}, empty for every other kind
 */
public record LedgerEntry(
        String transactionId,
        String payer,
        String applicationKey,
        BigDecimal amount,
        BigDecimal fee,
        Kind kind,
        String what,
        int quantity,
        State state,
        Optional<String> payee) {

    /**
     * Creates a booking whose payee is the application.
     *
     * @param transactionId the application's id of the transaction, as it was sent
     * @param payer user name of the payer
     * @param applicationKey the application
     * @param amount the gloebits that the payer pays
     * @param fee the part of the amount that the service keeps
     * @param kind the kind of purchase
     * @param what the asset code or the product's name
     * @param quantity the number of units
     * @param state the booking's state
     */
    public LedgerEntry(
            String transactionId,
            String payer,
            String applicationKey,
            BigDecimal amount,
            BigDecimal fee,
            Kind kind,
            String what,
            int quantity,
            State state) {
        this(transactionId, payer, applicationKey, amount, fee, kind, what, quantity, state, Optional.empty());
    }

    /** The kinds of purchase. */
    public enum Kind {
        /** An asset that only the application knows. */
        ITEM,
        /** A product of the configuration page, counted in an inventory. */
        PRODUCT,
        /** An asset that only the application knows, paid to another user. */
        USER_PAYMENT
    }

    /** The states of a booking. */
    public enum State {
        /** Accepted without funds; see {@link OpenBehaviour#INSUFFICIENT_BALANCE_QUEUES}. */
        QUEUED,
        /** The amount is taken from the payer and not yet paid to the payee. */
        HELD,
        /** The payee has the amount less the fee. Final. */
        COMMITTED,
        /** The payer has the amount back. Final. */
        CANCELLED
    }
}
