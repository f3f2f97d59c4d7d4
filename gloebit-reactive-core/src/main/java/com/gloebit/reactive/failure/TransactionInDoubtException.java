package com.gloebit.reactive.failure;

import com.gloebit.reactive.transaction.PendingPurchase;

/**
 * Whether a purchase happened is not known. Never buy again under a new id: send {@link #pending()} again with
 * {@code AuthorizedUser.resend}, which cannot charge twice, or wait for Gloebit's callback. The outcome is always
 * {@code UNKNOWN}; the cause is the failure that ended the last attempt, whose own outcome may speak of that attempt alone.
 *
 * <p>The cause may be a {@code TransactionRejectedException}: a later request was rejected, and an earlier one was never
 * answered. An application can then say: "Too few gloebits. If the earlier request comes through, you get what you paid
 * for."
 */
public final class TransactionInDoubtException extends GloebitException {
    private final PendingPurchase pending;

    /**
     * Made by the client; public for users' own tests.
     *
     * @param pending the purchase: its id and the body that was sent
     * @param cause the failure that ended the last attempt; its details become this one's
     */
    public TransactionInDoubtException(PendingPurchase pending, GloebitException cause) {
        super(
                "Purchase in doubt",
                cause.details().withOutcome(Outcome.UNKNOWN).withTransactionId(pending.transactionId()),
                cause);
        this.pending = pending;
    }

    /**
     * The purchase, to be stored and sent again.
     *
     * @return never null; it holds user data, see {@link PendingPurchase}
     */
    public PendingPurchase pending() {
        return pending;
    }
}
