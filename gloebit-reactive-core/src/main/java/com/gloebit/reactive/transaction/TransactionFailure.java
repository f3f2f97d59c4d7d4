package com.gloebit.reactive.transaction;

import static com.gloebit.reactive.transaction.RejectionStage.ENACT;
import static com.gloebit.reactive.transaction.RejectionStage.VALIDATE;

/** Why Gloebit rejected a purchase. The codes are those of Gloebit's OpenSim module. */
public enum TransactionFailure {
    /** The request itself is wrong, or the product is unavailable or over its limit: no source names the texts. */
    REQUEST_REFUSED(VALIDATE, 400),
    /** A debit of a subscription without its id. */
    SUBSCRIPTION_ID_MISSING(VALIDATE, 411),
    /** The payer's account is locked. */
    PAYER_LOCKED(VALIDATE, 441),
    /** The payee cannot be identified. */
    PAYEE_UNIDENTIFIED(VALIDATE, 451),
    /** The payee cannot receive gloebits. */
    PAYEE_CANNOT_RECEIVE(VALIDATE, 452),
    /** There is no such subscription. */
    SUBSCRIPTION_NOT_FOUND(VALIDATE, 461),
    /** The user has not authorized the subscription. */
    SUBSCRIPTION_NOT_AUTHORIZED(VALIDATE, 471),
    /** The user has not decided about the subscription yet. */
    SUBSCRIPTION_PENDING(VALIDATE, 472),
    /** The user declined the subscription. */
    SUBSCRIPTION_DECLINED(VALIDATE, 473),
    /** The payer has too few gloebits. */
    INSUFFICIENT_FUNDS(ENACT, 601);

    private final RejectionStage stage;
    private final int code;

    TransactionFailure(RejectionStage stage, int code) {
        this.stage = stage;
        this.code = code;
    }

    /**
     * How far the purchase came.
     *
     * @return never null
     */
    public RejectionStage stage() {
        return stage;
    }

    /**
     * The number that Gloebit's OpenSim module uses.
     *
     * @return 400 to 699
     */
    public int code() {
        return code;
    }
}
