package com.gloebit.reactive.transaction;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Gloebit accepted a purchase. That is not settlement: only Gloebit's consume or cancel callback is the last word.
 *
 * <p>{@code QUEUED} with the reason {@code resubmitted} is weak evidence: Gloebit knew the id and put it back on the queue.
 * What became of it there is not said, and it may be a transaction that was cancelled before and can never be paid. An
 * application without holds that has no better receipt should look at the payer's balance before it delivers.
 *
 * @param transactionId the id of the purchase
 * @param state whether the gloebits are held, or the purchase is only queued
 * @param balance the payer's gloebits after it; null without the scope {@code balance}, or if the server left it out or
 *     wrote what is no number
 * @param productCount how many of the product the inventory holds after it; null for an item, without the scope
 *     {@code inventory}, or if the server left it out or wrote what is no whole number
 * @param reason Gloebit's {@code reason}, verbatim; null if it gave no text
 * @param status Gloebit's {@code status}, verbatim; null if it gave no text
 */
public record Receipt(
        TransactionId transactionId,
        ReceiptState state,
        @Nullable BigDecimal balance,
        @Nullable Long productCount,
        @Nullable String reason,
        @Nullable String status) {

    /** Leaves out what the server wrote freely. */
    @Override
    public String toString() {
        return "Receipt[" + transactionId + ", " + state + "]";
    }
}
