package com.gloebit.reactive.failure;

import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.TransactionStage;
import org.jspecify.annotations.Nullable;

/**
 * Gloebit rejected a purchase: it will not happen, {@link #failure()} says why and {@link #stage()} how far it came.
 * Not sent again.
 *
 * <p>One case is less certain: {@code INSUFFICIENT_FUNDS} comes from a transaction that was queued, and no source says
 * whether it could still succeed after a top-up. After a top-up, buy under the <em>same</em> transaction id.
 */
public final class TransactionRejectedException extends GloebitException {
    private final TransactionId transactionId;
    private final TransactionFailure failure;

    /**
     * Made by the client; public for users' own tests.
     *
     * @param transactionId the id of the purchase
     * @param failure why it was rejected; its stage is taken from here
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public TransactionRejectedException(
            TransactionId transactionId,
            TransactionFailure failure,
            FailureDetails details,
            @Nullable Throwable cause) {
        super("Purchase rejected (" + failure + " at " + failure.stage() + ")", details, cause);
        this.transactionId = transactionId;
        this.failure = failure;
    }

    /**
     * The id of the purchase.
     *
     * @return never null
     */
    public TransactionId transactionId() {
        return transactionId;
    }

    /**
     * How far the purchase came.
     *
     * @return never null
     */
    public TransactionStage stage() {
        return failure.stage();
    }

    /**
     * Why it was rejected.
     *
     * @return never null; {@code REQUEST_REFUSED} for a text no source names, which is then in {@link #details()}
     */
    public TransactionFailure failure() {
        return failure;
    }
}
