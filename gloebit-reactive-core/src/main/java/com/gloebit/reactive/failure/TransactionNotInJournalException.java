package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * {@code Holds.settlement} or {@code Holds.abandon} found no entry for the transaction id in the journal.
 *
 * <p>The outcome is {@code UNKNOWN}: the transaction may never have been recorded, or the journal may have removed the
 * entry of a transaction that was paid. The in-memory journal loses everything when its process ends, and removes the
 * oldest finished transactions when it is full. Gloebit has no endpoint that looks a transaction up: ask Gloebit's
 * support before you sell the goods under another id.
 */
public final class TransactionNotInJournalException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause null
     */
    public TransactionNotInJournalException(FailureDetails details, @Nullable Throwable cause) {
        super("No such transaction in the journal", details, cause);
    }
}
