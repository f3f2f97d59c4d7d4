package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * The journal knows no such transaction, so no callback will tell how it ended. The outcome is {@code UNKNOWN}: the journal
 * may have forgotten a transaction that was paid. The in-memory journal forgets everything with its process, and the oldest
 * finished transactions when it is full.
 */
public final class TransactionNotHeldException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of it
     * @param cause null
     */
    public TransactionNotHeldException(FailureDetails details, @Nullable Throwable cause) {
        super("No such transaction in the journal", details, cause);
    }
}
