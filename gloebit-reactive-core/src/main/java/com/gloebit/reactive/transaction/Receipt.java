package com.gloebit.reactive.transaction;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Gloebit's acceptance of a purchase. Acceptance is not settlement: only Gloebit's consume or cancel callback is final.
 *
 * <p>{@code QUEUED} with the reason {@code resubmitted} is weak evidence. It means that Gloebit knew the id and queued
 * the transaction again. Gloebit does not report the transaction's earlier result: it may have been cancelled and may
 * never be paid. An application without holds that has no better receipt should check the payer's balance before it
 * delivers.
 *
 * @param transactionId the id of the purchase
 * @param state whether the gloebits are held, or the purchase is only queued
 * @param balance the payer's balance after the purchase, in gloebits; null without the scope {@code balance}, or if the
 *     server omitted it or sent a value that is not a number
 * @param productCount the number of pieces of the product in the inventory after the purchase; null for an item,
 *     without the scope {@code inventory}, or if the server omitted it or sent a value that is not a whole number
 * @param reason Gloebit's {@code reason}, verbatim; null if there was no text
 * @param status Gloebit's {@code status}, verbatim; null if there was no text
 */
public record Receipt(
        TransactionId transactionId,
        ReceiptState state,
        @Nullable BigDecimal balance,
        @Nullable Long productCount,
        @Nullable String reason,
        @Nullable String status) {

    /** Contains no free text of the server. */
    @Override
    public String toString() {
        return "Receipt[" + transactionId + ", " + state + "]";
    }
}
