package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.internal.pipeline.DoubtLedger;
import com.gloebit.reactive.transaction.PendingPurchase;

/** The one body of a {@code Mono}, and what may have become of it in all its subscriptions. */
final class Frozen {
    private final PendingPurchase purchase;
    private final DoubtLedger doubt = new DoubtLedger();
    private volatile boolean mayBeRecorded;
    private volatile boolean mayBeSent;

    Frozen(PendingPurchase purchase) {
        this.purchase = purchase;
    }

    PendingPurchase purchase() {
        return purchase;
    }

    DoubtLedger doubt() {
        return doubt;
    }

    void goesOut() {
        mayBeSent = true;
    }

    /** It may have happened by another call. */
    void wasSentBefore() {
        mayBeSent = true;
        doubt.arises();
    }

    /** The journal did not say whether it has it, and recovery would send it. */
    void mayBeRecorded() {
        mayBeRecorded = true;
        doubt.arises();
    }

    /** That the journal keeps it back now does not undo what may have been sent, or recorded, before. */
    GloebitException keptBack(CallBlockedException blocked) {
        boolean isInDoubt = mayBeSent || (mayBeRecorded && blocked.blockedBy() == BlockedBy.JOURNAL);
        return isInDoubt ? new TransactionInDoubtException(purchase, blocked) : blocked;
    }
}
