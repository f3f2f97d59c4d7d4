package com.gloebit.reactive.hold;

/** The states of a transaction. A late answer to the purchase never reverses the effect of a callback. */
public enum TransactionState {
    /** Recorded and possibly sent; not answered yet. */
    SUBMITTED,
    /** Accepted by Gloebit; queued. */
    QUEUED,
    /** Accepted by Gloebit; the gloebits are held. */
    HELD,
    /** Sent; the result is unknown. */
    IN_DOUBT,
    /**
     * Rejected by Gloebit, or not sent. The client answers an enact with no until the application buys or resends the same
     * purchase. Recovery does not.
     */
    REJECTED,
    /**
     * Abandoned by the application, rejected in an enact, or abandoned after {@code enactFailures} failed enacts. The
     * client answers every enact with no. The gloebits may stay held until Gloebit rolls the transaction back.
     */
    ABANDONED,
    /** Approved by the application in an enact. */
    ENACTED,
    /** Paid; final. A consume sets this state even if the client answered an enact with no before. */
    CONSUMED,
    /** Rolled back; final. */
    CANCELLED;

    /**
     * Returns whether Gloebit has sent a final callback, a consume or a cancel.
     *
     * @return true for {@link #CONSUMED} and {@link #CANCELLED}
     */
    public boolean isFinal() {
        return this == CONSUMED || this == CANCELLED;
    }

    /**
     * Returns whether the client answers an enact with no because the purchase was rejected or abandoned.
     *
     * @return true for {@link #REJECTED} and {@link #ABANDONED}
     */
    public boolean isVetoed() {
        return this == REJECTED || this == ABANDONED;
    }
}
