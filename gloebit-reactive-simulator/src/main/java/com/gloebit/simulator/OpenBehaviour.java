package com.gloebit.simulator;

/**
 * Departures from the default where nothing published says what the service does. A client has to be right under every
 * combination.
 */
public enum OpenBehaviour {
    /** A known transaction id answers {@code success}. By default it answers {@code resubmitted}. */
    KNOWN_TRANSACTION_ANSWERS_SUCCESS,
    /**
     * A transaction that the balance does not cover is refused in words, yet stays queued and settles after a top-up. By
     * default nothing is booked.
     */
    INSUFFICIENT_BALANCE_QUEUES,
    /**
     * A transaction that was cancelled, or refused with status {@code queued}, and whose id arrives again goes back on the
     * queue once the application is not called about it any more: it is answered {@code resubmitted}, whatever comes of
     * it, and enact is asked again where there is a URL. By default a cancelled one stays cancelled, and a refused one is
     * tried as if it were new. What the balance does not cover is in the ledger as cancelled.
     */
    REFUSED_TRANSACTION_QUEUES_AGAIN,
    /**
     * A purchase over the product's limit is queued and cancelled, and answered so: status {@code queued}, reason {@code
     * canceled}. By default it is refused in words of the simulator, and nothing is booked.
     */
    PRODUCT_LIMIT_CANCELS,
    /**
     * {@code /transact} answers without {@code status}, and a success without {@code reason}. By default it answers as
     * {@code /v2/transact} does.
     */
    FIRST_TRANSACT_VERSION_ANSWERS_BARE,
    /**
     * {@code /transact} refuses the members that only the OpenSim module sends, to {@code /v2/transact}. By default it takes
     * them.
     */
    FIRST_TRANSACT_VERSION_REFUSES_LATER_MEMBERS,
    /** A product that is not available cannot be consumed. By default it can. */
    UNAVAILABLE_PRODUCT_NOT_CONSUMABLE,
    /** A product that is not available can be neither granted nor set. By default it can. */
    UNAVAILABLE_PRODUCT_NOT_GRANTABLE,
    /**
     * Asking a user again to authorize a subscription is answered with {@code success} false and the same {@code
     * status}. By default with true.
     */
    DUPLICATE_AUTHORIZATION_ANSWERS_FAILURE,
    /** A code shown twice leaves the token alone that it was exchanged for. By default that token is revoked. */
    REUSED_CODE_KEEPS_TOKEN,
    /** A refused exchange answers 200 with {@code error} and {@code reason}. By default it answers 400 or 401. */
    REFUSED_EXCHANGE_ANSWERS_200,
    /** The implicit grant names the token {@code access_token}, as RFC 6749 does. By default {@code token}. */
    IMPLICIT_GRANT_NAMES_ACCESS_TOKEN,
    /** The implicit grant tells its errors in the fragment, as RFC 6749 does. By default in the query. */
    IMPLICIT_GRANT_ERROR_IN_FRAGMENT
}
