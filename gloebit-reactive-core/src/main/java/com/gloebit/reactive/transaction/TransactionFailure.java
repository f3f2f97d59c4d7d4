package com.gloebit.reactive.transaction;

import static com.gloebit.reactive.transaction.RejectionStage.ENACT;
import static com.gloebit.reactive.transaction.RejectionStage.VALIDATE;

/** Gloebit's reasons for rejecting a purchase. The codes are those of Gloebit's OpenSim module. */
public enum TransactionFailure {
    /**
     * The request is wrong, or the product is unavailable or over its limit. The texts for these cases are not
     * documented.
     */
    REQUEST_REFUSED(VALIDATE, 400),
    /** An unattended debit has no subscription id. */
    SUBSCRIPTION_ID_MISSING(VALIDATE, 411),
    /** The payer's account is locked. */
    PAYER_LOCKED(VALIDATE, 441),
    /** The payee cannot be identified. */
    PAYEE_UNIDENTIFIED(VALIDATE, 451),
    /** The payee cannot receive gloebits. */
    PAYEE_CANNOT_RECEIVE(VALIDATE, 452),
    /** The subscription does not exist. */
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
     * The stage at which Gloebit rejects the purchase.
     *
     * @return never null
     */
    public RejectionStage stage() {
        return stage;
    }

    /**
     * The code in Gloebit's OpenSim module.
     *
     * @return 400 to 699
     */
    public int code() {
        return code;
    }
}
