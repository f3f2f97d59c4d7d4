package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.hold.JournalFinding;

/**
 * The result that the caller of a purchase gets. It depends on how the purchase ended, whether a request is open, and
 * the state of the journal. The first row that matches decides.
 *
 * <p>A request is open if it got no usable answer, or was accepted. It counts if this client sent it under this
 * transaction id; with a journal, if this {@code Mono} sent it.
 *
 * <pre>
 * ended             open requests  journal                                 the caller gets
 * accepted          any            any                                     the receipt
 * not begun         any            enacted                                 a receipt
 * not begun         any            cancelled or vetoed                     cancelled, NOT_DONE
 * too few gloebits  any            veto confirmed                          the failure, NOT_DONE
 * too few gloebits  none           no journal                              the failure, NOT_DONE (the one residual risk)
 * failed            none           no journal, veto confirmed              the failure, NOT_DONE
 * not begun         none           no journal, nothing, not recorded,      the failure, NOT_DONE
 *                                  another purchase
 * not begun         none           perhaps this purchase, unreadable       blocked, UNKNOWN
 * anything else                                                            in doubt, UNKNOWN
 * </pre>
 *
 * <p>With a journal, {@code NOT_DONE} is certain because a late enact is answered with no. The state that {@link #stateAfter}
 * gives is therefore written to the journal before the caller gets the result.
 */
enum PurchaseResult {
    RECEIPT,
    CANCELLED,
    /** The failure itself, with {@code NOT_DONE}. */
    FAILURE,
    /** Not sent, because the journal may have this purchase: {@code UNKNOWN}. */
    BLOCKED_IN_DOUBT,
    /** {@code UNKNOWN}, with the failure as its cause. */
    IN_DOUBT;

    /** How one subscription to a purchase ended. */
    enum End {
        ACCEPTED,
        /** Gloebit rejected the queued transaction itself in its answer to the last request. */
        TOO_FEW_GLOEBITS,
        /** Any other failure, before or after a request. */
        FAILED,
        /** This subscription ended before sending a request. */
        NOT_BEGUN
    }

    static PurchaseResult of(End end, boolean hasOpenRequest, JournalFinding finding) {
        return switch (end) {
            case ACCEPTED -> RECEIPT;
            case TOO_FEW_GLOEBITS -> ofRejection(hasOpenRequest, finding);
            case FAILED -> ofFailure(hasOpenRequest, finding);
            case NOT_BEGUN -> beforeSending(hasOpenRequest, finding);
        };
    }

    private static PurchaseResult ofRejection(boolean hasOpenRequest, JournalFinding finding) {
        return switch (finding) {
            case VETO_CONFIRMED -> FAILURE;
            case NO_JOURNAL -> hasOpenRequest ? IN_DOUBT : FAILURE;
            default -> IN_DOUBT;
        };
    }

    private static PurchaseResult ofFailure(boolean hasOpenRequest, JournalFinding finding) {
        return switch (finding) {
            case VETO_CONFIRMED, NO_JOURNAL -> hasOpenRequest ? IN_DOUBT : FAILURE;
            default -> IN_DOUBT;
        };
    }

    private static PurchaseResult beforeSending(boolean hasOpenRequest, JournalFinding finding) {
        return switch (finding) {
            case ENACTED -> RECEIPT;
            case CANCELLED_OR_VETOED -> CANCELLED;
            case NO_JOURNAL, NOTHING, NOT_RECORDED, ANOTHER_PURCHASE -> hasOpenRequest ? IN_DOUBT : FAILURE;
            case MAYBE_THIS_PURCHASE, UNREADABLE -> hasOpenRequest ? IN_DOUBT : BLOCKED_IN_DOUBT;
            default -> IN_DOUBT;
        };
    }

    /**
     * Returns the state to write to the journal at the end of a request. REJECTED is the veto. A purchase that was
     * rejected for too few gloebits is never recorded as IN_DOUBT: recovery would send it again until it is paid.
     */
    static TransactionState stateAfter(End end, boolean hasOpenRequest, boolean isHeld) {
        return switch (end) {
            case ACCEPTED -> isHeld ? TransactionState.HELD : TransactionState.QUEUED;
            case TOO_FEW_GLOEBITS -> TransactionState.REJECTED;
            case FAILED, NOT_BEGUN -> hasOpenRequest ? TransactionState.IN_DOUBT : TransactionState.REJECTED;
        };
    }
}
