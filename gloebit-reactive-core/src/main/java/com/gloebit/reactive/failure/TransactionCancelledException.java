package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * A transaction ended without a payment: Gloebit rolled it back, or the application abandoned it.
 *
 * <ul>
 * <li>If the outcome is {@code NOT_DONE}, that is final. To buy again, use a new id.
 * <li>If the outcome is {@code UNKNOWN}, Gloebit reported a payment after the cancellation. Ask Gloebit, and do not buy
 *     under a new id.
 * </ul>
 */
public final class TransactionCancelledException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause null
     */
    public TransactionCancelledException(FailureDetails details, @Nullable Throwable cause) {
        super("Transaction cancelled", details, cause);
    }
}
