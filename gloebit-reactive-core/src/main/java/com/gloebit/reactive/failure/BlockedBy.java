package com.gloebit.reactive.failure;

/** What kept a call, or its next attempt, from being sent. */
public enum BlockedBy {
    /** The circuit breaker of this kind of call is open. */
    CIRCUIT_BREAKER,
    /** The client's retry budget is spent: too many calls fail for more load to help. */
    RETRY_BUDGET,
    /** No connection became free in time, or too many calls wait for one. */
    CONNECTION_POOL,
    /**
     * The client is closed or closing. With outcome {@code UNKNOWN}, this client left the transaction id in doubt, or a
     * client with holds did not ask the journal any more whether it has the purchase from before: buy again under the same
     * id.
     */
    CLIENT_CLOSED,
    /**
     * The transaction journal is full, or failed: what is not recorded is not sent. Where it may have been recorded all the
     * same, this is the cause of a {@code TransactionInDoubtException}. With outcome {@code UNKNOWN}, neither the payer's
     * name nor the journal could be read: buy again under the same id, later.
     */
    JOURNAL,
    /**
     * The journal knows the transaction id, and of another purchase. With outcome {@code UNKNOWN}, do not buy under a new
     * id: the journal has the same things under it and it is not known whether for the same user, or Gloebit's last words
     * about it contradict each other (wait for its settlement, or ask Gloebit); or, without holds, this client left the id
     * in doubt and the payer's name cannot be looked up (buy again under the same id, and name the user).
     */
    TRANSACTION_ID
}
