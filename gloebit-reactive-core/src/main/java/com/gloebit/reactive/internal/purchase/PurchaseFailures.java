package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.internal.hold.JournalFinding;
import com.gloebit.reactive.internal.pipeline.DoubtLedger;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import org.jspecify.annotations.Nullable;

/** Creates the failures of one purchase. */
record PurchaseFailures(TransactionId id, String endpoint) {
    GloebitException inDoubt(PendingPurchase pending, GloebitException failure, DoubtLedger ledger) {
        return new TransactionInDoubtException(
                pending.withUnansweredAt(ledger.lastUnanswered()), withOutcome(failure, Outcome.UNKNOWN));
    }

    GloebitException blocked(BlockedBy by, Outcome outcome, @Nullable Throwable cause) {
        return new CallBlockedException(by, details().withOutcome(outcome), cause);
    }

    GloebitException cancelled() {
        return new TransactionCancelledException(details(), null);
    }

    FailureDetails details() {
        return FailureDetails.beforeSending(endpoint).withTransactionId(id);
    }

    static BlockedBy blockedBy(JournalFinding finding) {
        return switch (finding) {
            case ANOTHER_PURCHASE, MAYBE_THIS_PURCHASE -> BlockedBy.TRANSACTION_ID;
            default -> BlockedBy.JOURNAL;
        };
    }

    /** Only a rejection changes its outcome: a veto settles it as NOT_DONE, an open request reopens it. */
    static GloebitException withOutcome(GloebitException failure, Outcome outcome) {
        return failure.outcome() != outcome && failure instanceof TransactionRejectedException rejected
                ? new TransactionRejectedException(
                        rejected.failure(), rejected.details().withOutcome(outcome), rejected.getCause())
                : failure;
    }
}
