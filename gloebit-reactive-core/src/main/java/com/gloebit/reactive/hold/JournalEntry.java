package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one transaction. A journal stores all of it, compares only the version, and changes nothing; what may
 * follow what is decided by the client.
 *
 * @param purchase the id, the kind and the one body that is ever sent; the body names the user
 * @param user the application's key for the payer; null if it is not known, and then nothing is sent again by recovery
 * @param recorded when it was recorded, before it was sent
 * @param state how far it has come
 * @param due the effect that has still to be run; null if there is none
 * @param failures how often the present effect has failed
 * @param busyUntil until when an effect may be running; null if none is
 * @param dueAt when recovery has to look at it; null if nothing is to be done before a callback comes
 * @param contradiction the last word that came after the opposite one, and was not acted on, or a consume that came after
 *     our veto, and was; null if none did. Somebody has to ask Gloebit what holds
 * @param version counts the changes, from 0
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
     * Whether nothing of it is left to be done, by Gloebit or by the application. Only such an entry may be forgotten.
     *
     * @return true if it may
     */
    public boolean isFinished() {
        return due == null && busyUntil == null && (state.isFinal() || state.isVetoed());
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "JournalEntry[" + id() + ", " + state + (due == null ? "" : ", " + due + " due") + ", version " + version
                + "]";
    }
}
