package com.gloebit.simulator.internal.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers to a purchase. */
public enum TransactReply {
    HELD(true, "queued", "success"),
    KNOWN(true, "queued", "resubmitted"),
    PENDING(false, "queued", "pending"),
    CANCELLED(false, "queued", "canceled"),
    INSUFFICIENT_BALANCE(false, "queued", "insufficient balance"),
    CANNOT_SPEND(false, "cannot-spend", "payer's account is locked"),
    CANNOT_RECEIVE(false, "cannot-receive", "payee cannot receive gloebits"),
    UNKNOWN_PAYEE(false, "unknown-merchant", "payee is unknown"),
    UNNAMED_PAYEE(false, null, "no payee is named: supply seller-email-address or seller-id-from-gloebit"),
    SUBSCRIPTION_MISSING(false, null, "Transaction with automated-transaction=True is missing subscription-id"),
    UNKNOWN_SUBSCRIPTION(false, "unknown-subscription", "there is no such subscription"),
    UNKNOWN_SUBSCRIPTION_AUTHORIZATION(
            false, "unknown-subscription-authorization", "the user was not asked to authorize the subscription"),
    SUBSCRIPTION_AUTHORIZATION_PENDING(
            false, "subscription-authorization-pending", "the user has not authorized the subscription yet"),
    SUBSCRIPTION_AUTHORIZATION_DECLINED(
            false, "subscription-authorization-declined", "the user declined the subscription"),
    PRODUCT_UNAVAILABLE(false, null, "product is not available"),
    PRODUCT_LIMIT(false, null, "product is limited to fewer");

    private final boolean success;
    private final Optional<String> status;
    private final String reason;

    TransactReply(boolean success, @Nullable String status, String reason) {
        this.success = success;
        this.status = Optional.ofNullable(status);
        this.reason = reason;
    }

    public boolean success() {
        return success;
    }

    public Optional<String> status() {
        return status;
    }

    public String reason() {
        return reason;
    }
}
