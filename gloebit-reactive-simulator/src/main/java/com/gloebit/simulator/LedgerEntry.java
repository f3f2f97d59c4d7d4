package com.gloebit.simulator;

import java.math.BigDecimal;

/**
 * One booking, as it stands at the moment of asking.
 *
 * @param transactionId the application's id of the transaction, as it was sent
 * @param payer user name of the payer
 * @param applicationKey the payee
 * @param amount gloebits that the payer loses
 * @param fee part of the amount that the payee does not get
 * @param kind what was bought
 * @param what the asset code or the product's name
 * @param quantity how many
 * @param state where the booking stands
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
        State state) {

    /** What a purchase is about. */
    public enum Kind {
        /** An asset that only the application knows. */
        ITEM,
        /** A product of the configuration page, counted in an inventory. */
        PRODUCT
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
