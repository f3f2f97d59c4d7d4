package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * The journal does not contain the transaction, so no callback will report its end. The outcome is {@code UNKNOWN},
 * because the journal may have removed a transaction that was paid: the in-memory journal loses everything when its
 * process ends, and removes the oldest finished transactions when it is full.
 */
public final class TransactionNotHeldException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause null
     */
    public TransactionNotHeldException(FailureDetails details, @Nullable Throwable cause) {
        super("No such transaction in the journal", details, cause);
    }
}
