package com.gloebit.reactive.failure;

/** The reasons for which the client does not send a call or its next attempt. */
public enum BlockedBy {
    /** The circuit breaker of this kind of call is open. */
    CIRCUIT_BREAKER,
    /** The client's retry budget is spent: so many calls fail that retries would only add load. */
    RETRY_BUDGET,
    /** No connection became free in time, or too many calls are waiting for one. */
    CONNECTION_POOL,
    /**
     * The client is closed or closing.
     *
     * <p>The outcome is {@code UNKNOWN} if an earlier purchase of this client under the transaction id is in doubt or was
     * accepted, or if a client with holds could no longer ask the journal whether it contains the purchase. Buy again
     * under the same id, with a new client.
     */
    CLIENT_CLOSED,
    /**
     * The transaction journal is full or failed. The client sends only purchases that the journal contains.
     *
     * <p>If the purchase may have been recorded nevertheless, this failure is the cause of a
     * {@code TransactionInDoubtException}. The outcome is {@code UNKNOWN} if neither the payer's name nor the journal
     * could be read: buy again under the same id, later.
     */
    JOURNAL,
    /**
     * The transaction id belongs to another purchase, or may belong to an earlier one.
     *
     * <p>If the outcome is {@code NOT_DONE}, the journal has another purchase under the id: buy under another id. If the
     * outcome is {@code UNKNOWN}, do not buy under a new id:
     *
     * <table>
     * <caption>Situations with outcome UNKNOWN</caption>
     * <tr><th>Holds</th><th>Situation</th><th>Remedy</th></tr>
     * <tr><td>yes</td><td>The journal contains the same goods under this id, and the client cannot tell whether they
     *     are for the same user</td><td>Wait for the settlement of this id</td></tr>
     * <tr><td>yes</td><td>Gloebit's final callbacks for this id contradict each other</td><td>Contact Gloebit's
     *     support</td></tr>
     * <tr><td>no</td><td>An earlier purchase of this client under the id is in doubt or was accepted, and the payer's
     *     name cannot be looked up</td><td>Buy again under the same id, and name the user</td></tr>
     * </table>
     */
    TRANSACTION_ID
}
