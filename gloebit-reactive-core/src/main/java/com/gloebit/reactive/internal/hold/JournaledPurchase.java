package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.transaction.PendingPurchase;
import org.jspecify.annotations.Nullable;

/**
 * A purchase beside what the journal says of it.
 *
 * @param finding what the journal says
 * @param purchase what to send: the journal's, if it has the same purchase
 * @param cause why the journal could not be written or read, if it could not
 */
public record JournaledPurchase(
        JournalFinding finding,
        PendingPurchase purchase,
        @Nullable Throwable cause) {
    static JournaledPurchase of(JournalFinding finding, PendingPurchase purchase) {
        return new JournaledPurchase(finding, purchase, null);
    }
}
