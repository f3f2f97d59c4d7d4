package com.gloebit.reactive.hold;

/** How far a transaction has come. A later answer to the purchase never undoes what a callback said. */
public enum TransactionState {
    /** Recorded, perhaps sent, not answered. */
    SUBMITTED,
    /** Accepted: queued. */
    QUEUED,
    /** Accepted: held. */
    HELD,
    /** Sent, and it is not known what became of it. */
    IN_DOUBT,
    /** Refused by Gloebit or not sent. An enact that comes all the same is vetoed, until the purchase is sent again. */
    REJECTED,
    /** Given up by the application. An enact is vetoed, for good. */
    ABANDONED,
    /** The application agreed. */
    ENACTED,
    /** Paid: final. */
    CONSUMED,
    /** Rolled back: final. */
    CANCELLED;

    /**
     * Whether Gloebit spoke its last word.
     *
     * @return true for {@link #CONSUMED} and {@link #CANCELLED}
     */
    public boolean isFinal() {
        return this == CONSUMED || this == CANCELLED;
    }

    /**
     * Whether an enact is answered with no.
     *
     * @return true for {@link #REJECTED} and {@link #ABANDONED}
     */
    public boolean isVetoed() {
        return this == REJECTED || this == ABANDONED;
    }
}
