package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.transaction.PendingPurchase;
import org.jspecify.annotations.Nullable;

/**
 * A purchase, and its state in the journal.
 *
 * @param finding its state in the journal
 * @param purchase the purchase to send: the journal's copy, if the journal has the same purchase
 * @param cause why the journal could not be written or read; null if it could
 */
public record JournaledPurchase(
        JournalFinding finding,
        PendingPurchase purchase,
        @Nullable Throwable cause) {
    static JournaledPurchase of(JournalFinding finding, PendingPurchase purchase) {
        return new JournaledPurchase(finding, purchase, null);
    }
}
