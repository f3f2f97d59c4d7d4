package com.gloebit.reactive.internal.meter;

/** The meters of the client. docs/observability.md describes them. */
public enum MeterName {
    OPERATION("gloebit.client.operation", "One subscription until its result, including all attempts and waits"),
    ATTEMPT("gloebit.client.attempt", "One request, from waiting for a connection to the end of the answer"),
    IN_FLIGHT("gloebit.client.in.flight", "Calls in flight"),
    POOL_ACTIVE("gloebit.client.pool.active", "Connections in use"),
    POOL_IDLE("gloebit.client.pool.idle", "Connections kept for reuse"),
    POOL_PENDING("gloebit.client.pool.pending", "Calls that wait for a connection"),
    RETRY_BUDGET("gloebit.client.retry.budget", "Tokens left in the retry budget"),
    PURCHASES_ACCEPTED("gloebit.purchases.accepted", "Purchases that Gloebit accepted: held or queued"),
    PURCHASES_FAILED("gloebit.purchases.failed", "Subscriptions to purchases that failed with NOT_DONE"),
    PURCHASES_IN_DOUBT(
            "gloebit.purchases.in.doubt",
            "Subscriptions to purchases that failed with UNKNOWN, or were cancelled while the purchase may still happen"),
    PURCHASES_AMOUNT(
            "gloebit.purchases.amount",
            "Gloebits of item purchases and user payments that were accepted without a resend"),
    HOLDS("gloebit.holds", "One callback from Gloebit, including journal and effect"),
    HOLDS_CONTRADICTED(
            "gloebit.holds.contradicted", "Consume or cancel callbacks that contradict an earlier callback or veto");

    private final String text;
    private final String description;

    MeterName(String text, String description) {
        this.text = text;
        this.description = description;
    }

    public String text() {
        return text;
    }

    public String description() {
        return description;
    }
}
