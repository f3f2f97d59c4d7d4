package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * The client did not send the call, or did not send it again.
 *
 * <p>The outcome is {@code NOT_DONE}, unless an earlier request got no usable answer, an earlier purchase under the id
 * may have happened, or the journal may already contain the purchase: see {@link BlockedBy#CLIENT_CLOSED}, {@link BlockedBy#JOURNAL} and
 * {@link BlockedBy#TRANSACTION_ID}. The cause is the failure of the previous attempt, or the failure of the connection
 * pool or the journal.
 */
public final class CallBlockedException extends GloebitException {
    private final BlockedBy blockedBy;

    /**
     * Created by the client; public for tests of applications.
     *
     * @param blockedBy the reason for which the call was not sent
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public CallBlockedException(BlockedBy blockedBy, FailureDetails details, @Nullable Throwable cause) {
        super("Not sent (" + blockedBy + ")", details, cause);
        this.blockedBy = blockedBy;
    }

    /**
     * The reason for which the call was not sent.
     *
     * @return never null
     */
    public BlockedBy blockedBy() {
        return blockedBy;
    }
}
