package com.gloebit.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Something that goes wrong with one request. Unless {@link #afterProcessing()} is asked for, the request has no effect.
 */
public final class Fault {
    /** Closes the connection without reading the request's body. */
    public static final Fault DROP_UNREAD = new Fault(Kind.DROP_UNREAD);

    /** Processes the request, books what there is to book, and closes the connection without an answer. */
    public static final Fault COMMIT_THEN_DROP = new Fault(Kind.DROP).afterProcessing();

    /** Reads the request and never answers; the connection ends when the simulator closes. */
    public static final Fault HANG = new Fault(Kind.HANG);

    /** Answers 200 with an HTML page. */
    public static final Fault HTML = new Fault(Kind.HTML);

    /** Answers 200 with a JSON document that ends in its middle. */
    public static final Fault GARBLED = new Fault(Kind.GARBLED);

    /** Transact only: answers {@code queuing-failed}, an error while queueing. */
    public static final Fault QUEUING_FAILED = new Fault(Kind.QUEUING_FAILED);

    /** Transact only: answers {@code failed} and {@code transaction already created}, the same id at the same time. */
    public static final Fault RACED = new Fault(Kind.RACED);

    /**
     * Subscriptions and their authorizations only: answers {@code Unexpected DB insert integrity error.  Please try
     * again.} Nothing is stored, so that sending again stores it. With {@link #afterProcessing()} it is stored, as where
     * the same request comes twice at once and the other one is first: sending again answers {@code duplicate}.
     */
    public static final Fault SUBSCRIPTION_INSERT_CONFLICT = new Fault(Kind.SUBSCRIPTION_INSERT_CONFLICT);

    /** Subscriptions and their authorizations only: answers {@code Unknown DB Error}, and nothing is stored. */
    public static final Fault SUBSCRIPTION_DB_ERROR = new Fault(Kind.SUBSCRIPTION_DB_ERROR);

    /**
     * Authorizations of subscriptions only: answers {@code mis-matched-subscription-ids}, which no single request of the
     * contract can bring about.
     */
    public static final Fault MISMATCHED_SUBSCRIPTION_IDS = new Fault(Kind.MISMATCHED_SUBSCRIPTION_IDS);

    private final Kind kind;
    private final int status;
    private final Optional<Duration> retryAfter;
    private final boolean processed;

    private Fault(Kind kind) {
        this(kind, 200, Optional.empty(), false);
    }

    private Fault(Kind kind, int status, Optional<Duration> retryAfter, boolean processed) {
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
        this.processed = processed;
    }

    /**
     * Answers with an HTTP status and a short text.
     *
     * @param status 300 to 599
     * @return the fault
     */
    public static Fault status(int status) {
        return status(status, Optional.empty());
    }

    /**
     * Answers with an HTTP status and a {@code Retry-After} header.
     *
     * @param status 300 to 599
     * @param retryAfter what the header says, in whole seconds
     * @return the fault
     */
    public static Fault status(int status, Duration retryAfter) {
        return status(status, Optional.of(retryAfter));
    }

    private static Fault status(int status, Optional<Duration> retryAfter) {
        if (status < 300 || status > 599) {
            throw new IllegalArgumentException("status is " + status + "; 300 to 599 is allowed");
        }
        return new Fault(Kind.STATUS, status, retryAfter, false);
    }

    /**
     * The same fault with the request processed before: what was booked stays booked.
     *
     * @return the changed fault
     */
    public Fault afterProcessing() {
        if (kind == Kind.DROP_UNREAD) {
            throw new IllegalArgumentException("DROP_UNREAD reads nothing; COMMIT_THEN_DROP processes the request");
        }
        return new Fault(kind, status, retryAfter, true);
    }

    Kind kind() {
        return kind;
    }

    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    boolean processed() {
        return processed;
    }

    /** The only paths that it is for; empty if it is for all. */
    Set<String> paths() {
        return switch (kind) {
            case QUEUING_FAILED, RACED -> Set.of("/transact", "/v2/transact", TransactForm.USER_PAYMENT_PATH);
            case SUBSCRIPTION_INSERT_CONFLICT, SUBSCRIPTION_DB_ERROR ->
                Set.of(SubscriptionEndpoints.CREATE_PATH, SubscriptionEndpoints.AUTHORIZE_PATH);
            case MISMATCHED_SUBSCRIPTION_IDS -> Set.of(SubscriptionEndpoints.AUTHORIZE_PATH);
            case DROP_UNREAD, DROP, HANG, STATUS, HTML, GARBLED -> Set.of();
        };
    }

    @Override
    public String toString() {
        return kind + (kind == Kind.STATUS ? " " + status : "") + (processed ? " after processing" : "");
    }

    enum Kind {
        DROP_UNREAD,
        DROP,
        HANG,
        STATUS,
        HTML,
        GARBLED,
        QUEUING_FAILED,
        RACED,
        SUBSCRIPTION_INSERT_CONFLICT,
        SUBSCRIPTION_DB_ERROR,
        MISMATCHED_SUBSCRIPTION_IDS
    }
}
