package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/** The journal knows no such transaction, so no callback will tell how it ended. */
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
