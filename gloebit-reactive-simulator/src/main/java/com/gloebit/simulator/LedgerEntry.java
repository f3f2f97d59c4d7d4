package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One booking, as it stands at the moment of asking.
 *
 * @param transactionId the application's id of the transaction, as it was sent
 * @param payer user name of the payer
 * @param applicationKey the application, which is the payee unless there is another
 * @param amount gloebits that the payer loses
 * @param fee part of the amount that the payee does not get
 * @param kind what was bought
 * @param what the asset code or the product's name
 * @param quantity how many
 * @param state where the booking stands
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
     * A booking whose payee is the application.
     *
     * @param transactionId the application's id of the transaction, as it was sent
     * @param payer user name of the payer
     * @param applicationKey the application
     * @param amount gloebits that the payer loses
     * @param fee part of the amount that the application does not get
     * @param kind what was bought
     * @param what the asset code or the product's name
     * @param quantity how many
     * @param state where the booking stands
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

    /** What a purchase is about. */
    public enum Kind {
        /** An asset that only the application knows. */
        ITEM,
        /** A product of the configuration page, counted in an inventory. */
        PRODUCT,
        /** An asset that only the application knows, paid for to another user. */
        USER_PAYMENT
    }

    /** Where a booking stands. */
    public enum State {
        /** Accepted without funds; see {@link OpenBehaviour#INSUFFICIENT_BALANCE_QUEUES}. */
        QUEUED,
        /** The payer's balance is reduced, the payee has nothing yet. */
        HELD,
        /** Settled: the payee has the amount less the fee. Final. */
        COMMITTED,
        /** The payer has the funds back. Final. */
        CANCELLED
    }
}
