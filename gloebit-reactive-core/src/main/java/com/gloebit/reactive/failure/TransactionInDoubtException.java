package com.gloebit.reactive.failure;

import com.gloebit.reactive.transaction.PendingPurchase;

/**
 * It is unknown whether a purchase happened or will happen: a request of it may be carried out, an earlier purchase
 * under its id was accepted, or the journal may contain it although nothing was sent. Never buy again under a new id.
 * Instead, send {@link #pending()} again with {@code AuthorizedUser.resend}, which cannot charge twice. With holds,
 * {@code Holds.settlement} reports the end, too.
 *
 * <p>The outcome is always {@code UNKNOWN}. The cause is the failure that ended the last attempt; the outcome of the
 * cause may describe that attempt only.
 *
 * <p>The cause may be a {@code TransactionRejectedException}: the last request was rejected, and an earlier one got
 * no usable answer, or the journal did not confirm the rejection. An application can then tell its user: "Too few gloebits. If the earlier request succeeds, you get
 * the goods that you paid for."
 */
public final class TransactionInDoubtException extends GloebitException {
    private final PendingPurchase pending;

    /**
     * Created by the client; public for tests of applications.
     *
     * @param pending the purchase as it was sent
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
     * The purchase, to store and to send again.
     *
     * @return never null; it contains user data, see {@link PendingPurchase}
     */
    public PendingPurchase pending() {
        return pending;
    }
}
