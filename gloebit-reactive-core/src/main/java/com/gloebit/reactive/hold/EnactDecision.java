package com.gloebit.reactive.hold;

import com.gloebit.reactive.internal.Arguments;
import org.jspecify.annotations.Nullable;

/** What the application says to an enact. */
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
     * Commit. From here on the application has to be able to deliver.
     *
     * @return the decision
     */
    public static EnactDecision approve() {
        return APPROVED;
    }

    /**
     * Ask again; the payer's gloebits stay held meanwhile.
     *
     * @return the decision
     */
    public static EnactDecision retryLater() {
        return RETRY_LATER;
    }

    /**
     * Roll back. It is remembered: an enact that comes again is answered no without asking.
     *
     * @param reason what Gloebit is told, 1 to 100 characters, not {@code pending}
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
     * Whether to commit.
     *
     * @return false if Gloebit is to ask again or to roll back
     */
    public boolean isApproved() {
        return approved;
    }

    /**
     * Why to roll back.
     *
     * @return null unless this is a rejection
     */
    public @Nullable String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return approved ? "approve" : reason == null ? "retry later" : "reject";
    }
}
