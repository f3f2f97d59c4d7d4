package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * A transaction ended without a payment: Gloebit rolled it back, or the application gave it up. That is final, and the
 * outcome is {@code NOT_DONE}. Buy again under a new id.
 *
 * <p>The outcome is {@code UNKNOWN} if Gloebit said afterwards that it was paid. Ask Gloebit, and do not buy under a new id.
 */
public final class TransactionCancelledException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of it
     * @param cause null
     */
    public TransactionCancelledException(FailureDetails details, @Nullable Throwable cause) {
        super("Transaction cancelled", details, cause);
    }
}
