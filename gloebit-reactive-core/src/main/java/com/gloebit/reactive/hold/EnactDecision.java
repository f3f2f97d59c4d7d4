package com.gloebit.reactive.hold;

import com.gloebit.reactive.internal.Arguments;
import org.jspecify.annotations.Nullable;

/** The application's decision about an enact callback. */
public final class EnactDecision {
    private static final EnactDecision APPROVED = new EnactDecision(true, null);
    private static final EnactDecision RETRY_LATER = new EnactDecision(false, null);

    private final boolean approved;
    private final @Nullable String reason;

    private EnactDecision(boolean approved, @Nullable String reason) {
        this.approved = approved;
        this.reason = reason;
    }

    /**
     * Lets Gloebit commit. From here on, the application must be able to deliver.
     *
     * @return the decision
     */
    public static EnactDecision approve() {
        return APPROVED;
    }

    /**
     * Makes Gloebit call enact again later. The payer's gloebits stay held in the meantime.
     *
     * @return the decision
     */
    public static EnactDecision retryLater() {
        return RETRY_LATER;
    }

    /**
     * Makes Gloebit roll the transaction back. The transaction is then {@code ABANDONED}: a repeated enact is rejected
     * without another call of the handler, and {@code Holds.settlement} fails with {@code
     * TransactionCancelledException}.
     *
     * @param reason the reason that is sent to Gloebit: 1 to 100 characters, not {@code pending}
     * @return the decision
     */
    public static EnactDecision reject(String reason) {
        Arguments.text("reason", reason, 100);
        if (reason.equals("pending")) {
            throw new IllegalArgumentException(
                    "reason is \"pending\", which tells Gloebit to ask again; see retryLater()");
        }
        return new EnactDecision(false, reason);
    }

    /**
     * Returns whether Gloebit may commit.
     *
     * @return true if approved; false if Gloebit is to call again later or to roll back
     */
    public boolean isApproved() {
        return approved;
    }

    /**
     * The reason for the rollback.
     *
     * @return null unless the decision is a rejection
     */
    public @Nullable String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return approved ? "approve" : reason == null ? "retry later" : "reject";
    }
}
