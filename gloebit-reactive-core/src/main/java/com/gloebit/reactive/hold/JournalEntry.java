package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The journal's record of one transaction. A journal stores all components, compares only the version and changes
 * nothing; the client alone decides on transitions between states.
 *
 * @param purchase the id, the kind and the only body that is ever sent; the body contains the user's name
 * @param user the application's key for the payer; null if unknown, in which case recovery never sends the purchase
 *     again
 * @param recorded the time of the first record, before the purchase was sent
 * @param state the state of the transaction
 * @param due the effect that has not succeeded yet; null if there is none
 * @param failures the number of failures of the present effect
 * @param busyUntil the end of the period in which an effect may be running; null if none is
 * @param dueAt the time at which recovery processes the entry; null if nothing is to be done before a callback arrives
 * @param contradiction a final callback that contradicts an earlier final callback or a veto ({@code REJECTED}, {@code
 *     ABANDONED}); null if there was none. The client runs the effect of a consume after a veto, and ignores a callback
 *     after the opposite final callback. Contact Gloebit's support
 * @param version the number of changes, from 0
 */
public record JournalEntry(
        PendingPurchase purchase,
        @Nullable String user,
        Instant recorded,
        TransactionState state,
        @Nullable HoldStep due,
        int failures,
        @Nullable Instant busyUntil,
        @Nullable Instant dueAt,
        @Nullable HoldStep contradiction,
        long version) {
    /**
     * The key of the entry.
     *
     * @return the purchase's id
     */
    public TransactionId id() {
        return purchase.transactionId();
    }

    /**
     * Returns whether neither Gloebit nor the application has anything left to do. Only such an entry may be removed
     * from a journal.
     *
     * @return true if the entry may be removed
     */
    public boolean isFinished() {
        return due == null && busyUntil == null && (state.isFinal() || state.isVetoed());
    }

    /** Contains no user data. */
    @Override
    public String toString() {
        return "JournalEntry[" + id() + ", " + state + (due == null ? "" : ", " + due + " due") + ", version " + version
                + "]";
    }
}
