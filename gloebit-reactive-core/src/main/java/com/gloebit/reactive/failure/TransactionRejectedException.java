package com.gloebit.reactive.failure;

import com.gloebit.reactive.transaction.RejectionStage;
import com.gloebit.reactive.transaction.TransactionFailure;
import org.jspecify.annotations.Nullable;

/**
 * Gloebit rejected a purchase: {@link #failure()} says why and {@link #stage()} how far it came. Not sent again.
 *
 * <p>The outcome is {@code NOT_DONE}, unless this exception is the cause of a {@code TransactionInDoubtException}: an
 * earlier request of the same transaction id was sent and not usably answered then. The rejection speaks of the later
 * request only, and the earlier one may still be carried out.
 *
 * <p>One {@code NOT_DONE} is less certain. Without holds, a first request that is answered {@code INSUFFICIENT_FUNDS} is
 * told {@code NOT_DONE}, although the transaction was queued and no source says whether it could still succeed after a
 * top-up. So is one that ends a doubt after {@code lateRequestLimit}. After a top-up, buy under the <em>same</em>
 * transaction id. With holds it is certain: an enact that comes all
 * the same is refused.
 */
public final class TransactionRejectedException extends GloebitException {
    private final TransactionFailure failure;

    /**
     * Made by the client; public for users' own tests.
     *
     * @param failure why it was rejected; its stage is taken from here
     * @param details what is known of the failure, the transaction id included
     * @param cause what led to it, if it was another failure
     */
    public TransactionRejectedException(TransactionFailure failure, FailureDetails details, @Nullable Throwable cause) {
        super("Purchase rejected (" + failure + " at " + failure.stage() + ")", details, cause);
        this.failure = failure;
    }

    /**
     * How far the purchase came.
     *
     * @return never null
     */
    public RejectionStage stage() {
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
