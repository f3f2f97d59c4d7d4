package com.gloebit.reactive.internal.endpoint;

/** How one attempt ended that brought no value. Each constant is one decision: see docs/architecture.md. */
public enum FailureKind {
    /** No connection: nothing was sent. */
    UNREACHABLE("unreachable", Doubt.NONE, BreakerCount.FAILURE),
    /** No connection that can be trusted, and none by a repeat: nothing was sent, and nothing is known of the service. */
    UNTRUSTED("untrusted", Doubt.NONE, BreakerCount.NOTHING),
    /** No connection in time, be it the pool or the network: nothing was sent. */
    NOT_CONNECTED("not-connected", Doubt.NONE, BreakerCount.NOTHING),
    /** No connection was free, or the client is closed: nothing was sent, and it says nothing about the service. */
    BLOCKED("blocked", Doubt.NONE, BreakerCount.NOTHING),
    /** HTTP 429: not carried out, and the service is alive, only busy. */
    DECLINED("declined", Doubt.NONE, BreakerCount.NOTHING),
    /** Sent, and no whole answer came. */
    LOST("lost", Doubt.LEFT, BreakerCount.FAILURE),
    /** HTTP 5xx. */
    SERVER_ERROR("server-error", Doubt.LEFT, BreakerCount.FAILURE),
    /** HTTP 200 with something that cannot be read. */
    UNREADABLE("unreadable", Doubt.LEFT, BreakerCount.FAILURE),
    /** An HTTP status that does not say that nothing was done: 3xx, 408, 409, 2xx but 200. */
    UNEXPECTED_STATUS("unexpected-status", Doubt.LEFT, BreakerCount.SUCCESS),
    /** Any other HTTP 4xx. */
    REFUSED_STATUS("refused-status", Doubt.NONE, BreakerCount.SUCCESS),
    /** The service understood this attempt and refused it. It says nothing about an earlier attempt. */
    REFUSED("refused", Doubt.NONE, BreakerCount.SUCCESS),
    /** The queued transaction itself was refused: too few gloebits. */
    REFUSED_AT_ENACT("refused-at-enact", Doubt.CLOSED_WHEN_OLD, BreakerCount.SUCCESS),
    /** The service did not decide, and invites to send the same again. */
    OPEN("open", Doubt.LEFT, BreakerCount.SUCCESS),
    /** The service has the operation and has not decided. Sending again would not tell more. */
    UNDECIDED("undecided", Doubt.LEFT, BreakerCount.SUCCESS);

    /** What an attempt's end means for the doubt whether the operation happened. */
    public enum Doubt {
        /** This attempt did nothing. */
        NONE,
        /** This attempt may have done it. */
        LEFT,
        /**
         * This attempt did nothing. The doubt that earlier ones left is closed as well, if this attempt was sent so long
         * after the end of the last of them that none can still be carried out.
         */
        CLOSED_WHEN_OLD
    }

    /** How the circuit breaker counts it. */
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
