package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.hold.JournalFinding;

/**
 * What the caller of a purchase is told: the one rule, over what ended, which requests are open, and what the journal says.
 * The first row that fits decides. A request is open if it was sent under this transaction id by this client (with a
 * journal: by this {@code Mono}) and got no usable answer, or was accepted.
 *
 * <pre>
 * ended             open requests  journal                                 the caller gets
 * accepted          any            any                                     the receipt
 * not begun         any            enacted                                 a receipt
 * not begun         any            ended                                   cancelled, NOT_DONE
 * refused at enact  any            veto                                    the failure, NOT_DONE
 * refused at enact  none           no journal                              the failure, NOT_DONE (the one residual risk)
 * failed            none           no journal, veto                        the failure, NOT_DONE
 * not begun         none           no journal, nothing, not recorded,      the failure, NOT_DONE
 *                                  another purchase
 * not begun         none           perhaps this purchase, unreadable       blocked, UNKNOWN
 * anything else                                                            in doubt, UNKNOWN
 * </pre>
 *
 * <p>With a journal, {@code NOT_DONE} is certain because an enact that comes late is refused. So what is written to the
 * journal before the caller is told belongs to the rule: see {@link #stateAfter}.
 */
enum PurchaseOutcome {
    RECEIPT,
    CANCELLED,
    /** What failed, as it is: {@code NOT_DONE}. */
    FAILURE,
    /** Kept back, for what the journal has may be this purchase: {@code UNKNOWN}. */
    BLOCKED_IN_DOUBT,
    /** {@code UNKNOWN}; what failed is the cause. */
    IN_DOUBT;

    /** How one subscription to a purchase ended. */
    enum End {
        ACCEPTED,
        /** The last request was answered with a refusal of the queued transaction itself. */
        REFUSED_AT_ENACT,
        /** Anything else, before or after a request. */
        FAILED,
        /** This subscription came to no request. */
        NOT_BEGUN
    }

    static PurchaseOutcome of(End end, boolean hasOpenRequest, JournalFinding journal) {
        return switch (end) {
            case ACCEPTED -> RECEIPT;
            case REFUSED_AT_ENACT -> ofRefusal(hasOpenRequest, journal);
            case FAILED -> ofFailure(hasOpenRequest, journal);
            case NOT_BEGUN -> beforeSending(hasOpenRequest, journal);
        };
    }

    private static PurchaseOutcome ofRefusal(boolean hasOpenRequest, JournalFinding journal) {
        return switch (journal) {
            case VETO -> FAILURE;
            case NO_JOURNAL -> hasOpenRequest ? IN_DOUBT : FAILURE;
            default -> IN_DOUBT;
        };
    }

    private static PurchaseOutcome ofFailure(boolean hasOpenRequest, JournalFinding journal) {
        return switch (journal) {
            case VETO, NO_JOURNAL -> hasOpenRequest ? IN_DOUBT : FAILURE;
            default -> IN_DOUBT;
        };
    }

    private static PurchaseOutcome beforeSending(boolean hasOpenRequest, JournalFinding journal) {
        return switch (journal) {
            case ENACTED -> RECEIPT;
            case ENDED -> CANCELLED;
            case NO_JOURNAL, NOTHING, NOT_RECORDED, ANOTHER_PURCHASE -> hasOpenRequest ? IN_DOUBT : FAILURE;
            case PERHAPS_THIS_PURCHASE, UNREADABLE -> hasOpenRequest ? IN_DOUBT : BLOCKED_IN_DOUBT;
            default -> IN_DOUBT;
        };
    }

    /**
     * What is written to the journal at the end of a request. REJECTED is the veto. A purchase that was refused at enact is
     * never written down as IN_DOUBT: recovery would send it again until it is paid.
     */
    static TransactionState stateAfter(End end, boolean hasOpenRequest, boolean isHeld) {
        return switch (end) {
            case ACCEPTED -> isHeld ? TransactionState.HELD : TransactionState.QUEUED;
            case REFUSED_AT_ENACT -> TransactionState.REJECTED;
            case FAILED, NOT_BEGUN -> hasOpenRequest ? TransactionState.IN_DOUBT : TransactionState.REJECTED;
        };
    }
}
