package com.gloebit.simulator;

/**
 * Alternatives to the simulator's defaults, for questions that Gloebit's documentation leaves open. A client has to be
 * correct under every combination.
 */
public enum OpenBehaviour {
    /** A known transaction id answers {@code success}. By default it answers {@code resubmitted}. */
    KNOWN_TRANSACTION_ANSWERS_SUCCESS,
    /**
     * A transaction that the balance does not cover is answered as refused, but stays queued and settles after a
     * top-up. By default nothing is booked.
     */
    INSUFFICIENT_BALANCE_QUEUES,
    /**
     * A repeated request puts a transaction that was cancelled, or refused with status {@code queued}, back on the
     * queue. This requires that no callback of the transaction is due or under way. The answer is {@code resubmitted},
     * independent of the later result, and enact is called again if there is a URL. A transaction that the balance does
     * not cover is in the ledger as cancelled. By default a cancelled transaction stays cancelled, and a refused one is
     * treated as new.
     */
    REFUSED_TRANSACTION_QUEUES_AGAIN,
    /**
     * A purchase over the product's limit is queued and cancelled. It is answered with status {@code queued} and reason
     * {@code canceled}. By default it is refused with a reason of the simulator's own, and nothing is booked.
     */
    PRODUCT_LIMIT_CANCELS,
    /**
     * {@code /transact} answers without {@code status}, and on success without {@code reason}. By default it answers as
     * {@code /v2/transact} does.
     */
    FIRST_TRANSACT_VERSION_ANSWERS_BARE,
    /**
     * {@code /transact} refuses the members that only the OpenSim module sends, and only to {@code /v2/transact}. By
     * default it accepts them.
     */
    FIRST_TRANSACT_VERSION_REFUSES_LATER_MEMBERS,
    /** A product that is not available cannot be consumed. By default it can. */
    UNAVAILABLE_PRODUCT_NOT_CONSUMABLE,
    /** A product that is not available can be neither granted nor set. By default it can. */
    UNAVAILABLE_PRODUCT_NOT_GRANTABLE,
    /**
     * A repeated request for a user's authorization of a subscription is answered with {@code success} false and the
     * same {@code status}. By default {@code success} is true.
     */
    DUPLICATE_AUTHORIZATION_ANSWERS_FAILURE,
    /** A second exchange of a code keeps the token of the first one. By default that token is revoked. */
    REUSED_CODE_KEEPS_TOKEN,
    /** A refused exchange answers 200 with {@code error} and {@code reason}. By default it answers 400 or 401. */
    REFUSED_EXCHANGE_ANSWERS_200,
    /** The implicit grant names the token {@code access_token}, as RFC 6749 does. By default {@code token}. */
    IMPLICIT_GRANT_NAMES_ACCESS_TOKEN,
    /** The implicit grant reports errors in the fragment, as RFC 6749 does. By default in the query. */
    IMPLICIT_GRANT_ERROR_IN_FRAGMENT
}
