package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * The client itself did not send the call, or did not send it again. Outcome {@code NOT_DONE}, unless an earlier
 * attempt was sent and not answered, or the journal may have the purchase from before: see {@link BlockedBy#JOURNAL} and
 * {@link BlockedBy#TRANSACTION_ID}. The cause is the failure of the attempt before, or what the connection pool said.
 */
public final class CallBlockedException extends GloebitException {
    private final BlockedBy blockedBy;

    /**
     * Made by the client; public for users' own tests.
     *
     * @param blockedBy what kept it back
     * @param details what is known of the failure
     * @param cause the failure of the attempt before, if there was one
     */
    public CallBlockedException(BlockedBy blockedBy, FailureDetails details, @Nullable Throwable cause) {
        super("Not sent (" + blockedBy + ")", details, cause);
        this.blockedBy = blockedBy;
    }

    /**
     * What kept it back.
     *
     * @return never null
     */
    public BlockedBy blockedBy() {
        return blockedBy;
    }
}
