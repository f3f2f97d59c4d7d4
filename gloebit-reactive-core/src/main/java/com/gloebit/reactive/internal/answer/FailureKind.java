package com.gloebit.reactive.internal.answer;

/** The kinds of attempt failures. docs/architecture.md explains the decision behind each constant. */
public enum FailureKind {
    /** No connection could be opened. Nothing was sent. */
    UNREACHABLE("unreachable", Doubt.NONE, BreakerCount.FAILURE),
    /**
     * No trusted connection could be opened, and a retry would not help. Nothing was sent, and the state of the service
     * is unknown.
     */
    UNTRUSTED("untrusted", Doubt.NONE, BreakerCount.NOTHING),
    /** No connection was available in time, because of the pool or the network. Nothing was sent. */
    NOT_CONNECTED("not-connected", Doubt.NONE, BreakerCount.NOTHING),
    /** No connection was free, or the client is closed. Nothing was sent, and the state of the service is unknown. */
    BLOCKED("blocked", Doubt.NONE, BreakerCount.NOTHING),
    /** HTTP 429: the request was not carried out. The service is up but busy. */
    DECLINED("declined", Doubt.NONE, BreakerCount.NOTHING),
    /** The request was sent, and no complete answer arrived. */
    LOST("lost", Doubt.LEFT, BreakerCount.FAILURE),
    /** HTTP 5xx. */
    SERVER_ERROR("server-error", Doubt.LEFT, BreakerCount.FAILURE),
    /** HTTP 200 with an answer that cannot be read. */
    UNREADABLE("unreadable", Doubt.LEFT, BreakerCount.FAILURE),
    /** An HTTP status that leaves open whether the request was carried out: 3xx, 408, 409, 2xx except 200. */
    UNEXPECTED_STATUS("unexpected-status", Doubt.LEFT, BreakerCount.SUCCESS),
    /** Any other HTTP 4xx. */
    REFUSED_STATUS("refused-status", Doubt.NONE, BreakerCount.SUCCESS),
    /** The service understood the request and refused it, which tells nothing about an earlier attempt. */
    REFUSED("refused", Doubt.NONE, BreakerCount.SUCCESS),
    /** Gloebit rejected the queued transaction itself, at the stage that it calls enact. */
    TOO_FEW_GLOEBITS("refused-at-enact", Doubt.CLOSED_WHEN_OLD, BreakerCount.SUCCESS),
    /** The service did not decide, and asks for the same request again. */
    OPEN("open", Doubt.LEFT, BreakerCount.SUCCESS),
    /** The service has the request and has not decided yet. Sending it again would reveal no more. */
    UNDECIDED("undecided", Doubt.LEFT, BreakerCount.SUCCESS);

    /** The effect of the end of an attempt on the doubt whether the operation happened. */
    public enum Doubt {
        /** This attempt did nothing. */
        NONE,
        /** This attempt may have carried out the operation. */
        LEFT,
        /**
         * This attempt did nothing. It also closes the doubt that earlier attempts left, if it was sent so long after
         * the end of the last of them that none can still be carried out.
         */
        CLOSED_WHEN_OLD
    }

    /** How the circuit breaker counts the failure. */
    public enum BreakerCount {
        FAILURE,
        SUCCESS,
        NOTHING
    }

    private final String tag;
    private final Doubt doubt;
    private final BreakerCount breakerCount;

    FailureKind(String tag, Doubt doubt, BreakerCount breakerCount) {
        this.tag = tag;
        this.doubt = doubt;
        this.breakerCount = breakerCount;
    }

    public String tag() {
        return tag;
    }

    public Doubt doubt() {
        return doubt;
    }

    public BreakerCount breakerCount() {
        return breakerCount;
    }
}
