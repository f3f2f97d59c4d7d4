package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.FaultSpec;
import com.gloebit.simulator.internal.http.FaultSpec.Kind;
import com.gloebit.simulator.internal.http.Lateness;
import com.gloebit.simulator.internal.wire.Arguments;
import java.time.Duration;
import java.util.Optional;

/**
 * A fault that one request meets. Immutable; each {@code with} method returns a copy. A constant says whether the
 * service processes the request. If it does not say so, the request has no effect; {@link #withProcessing()} and
 * {@link #withLateProcessing()} give it one.
 */
public final class Fault {
    /** Closes the connection without reading the request's body. */
    public static final Fault DROP_UNREAD = new Fault(FaultSpec.of(Kind.DROP_UNREAD));

    /** Resets the connection (TCP RST) without reading the request's body. */
    public static final Fault RESET_UNREAD = new Fault(FaultSpec.of(Kind.RESET_UNREAD));

    /** Reads the request, and closes the connection without an answer. */
    public static final Fault DROP = new Fault(FaultSpec.of(Kind.DROP));

    /** Processes the request, and closes the connection without an answer. */
    public static final Fault COMMIT_THEN_DROP = DROP.withProcessing();

    /** Reads the request, and resets the connection (TCP RST) without an answer. */
    public static final Fault RESET = new Fault(FaultSpec.of(Kind.RESET));

    /** Reads the request and sends nothing. The connection stays open until the client or the simulator closes it. */
    public static final Fault HANG = new Fault(FaultSpec.of(Kind.HANG));

    /** Processes the request, and sends half of the answer's headers. The connection stays open. */
    public static final Fault HANG_IN_HEADERS = new Fault(FaultSpec.of(Kind.HANG_IN_HEADERS)).withProcessing();

    /** Processes the request, and sends the answer up to the middle of its body. The connection stays open. */
    public static final Fault HANG_IN_BODY = new Fault(FaultSpec.of(Kind.HANG_IN_BODY)).withProcessing();

    /** Processes the request, sends the answer up to the middle of its body, and closes the connection. */
    public static final Fault HALF_ANSWER = new Fault(FaultSpec.of(Kind.HALF_ANSWER)).withProcessing();

    /** Processes the request, sends the answer up to the middle of its body, and resets the connection (TCP RST). */
    public static final Fault HALF_ANSWER_THEN_RESET =
            new Fault(FaultSpec.of(Kind.HALF_ANSWER_THEN_RESET)).withProcessing();

    /**
     * Processes the request, and sends half of the body without a {@code Content-Length}. A client cannot tell from
     * HTTP that the body is incomplete.
     */
    public static final Fault TRUNCATED = new Fault(FaultSpec.of(Kind.TRUNCATED)).withProcessing();

    /** Processes the request, sends the whole answer as on a persistent connection, and closes the connection. */
    public static final Fault CLOSE_AFTER_ANSWER = new Fault(FaultSpec.of(Kind.CLOSE_AFTER_ANSWER)).withProcessing();

    /** Answers 200 with an HTML page. */
    public static final Fault HTML = new Fault(FaultSpec.of(Kind.HTML));

    /** Answers 200 with an incomplete JSON document. */
    public static final Fault GARBLED = new Fault(FaultSpec.of(Kind.GARBLED));

    /** Transact only: answers {@code queuing-failed}, Gloebit's error of its queue. */
    public static final Fault QUEUING_FAILED = new Fault(FaultSpec.of(Kind.QUEUING_FAILED));

    /** Transact only: answers {@code failed} and {@code transaction already created}, as to two concurrent requests. */
    public static final Fault RACED = new Fault(FaultSpec.of(Kind.RACED));

    /**
     * Subscriptions and their authorizations only: answers {@code Unexpected DB insert integrity error.  Please try
     * again.} Nothing is stored; a repeated request stores it. {@link #withProcessing()} stores it, as if a concurrent
     * request had been faster; a repeated request is then answered {@code duplicate}.
     */
    public static final Fault SUBSCRIPTION_INSERT_CONFLICT = new Fault(FaultSpec.of(Kind.SUBSCRIPTION_INSERT_CONFLICT));

    /** Subscriptions and their authorizations only: answers {@code Unknown DB Error}, and nothing is stored. */
    public static final Fault SUBSCRIPTION_DB_ERROR = new Fault(FaultSpec.of(Kind.SUBSCRIPTION_DB_ERROR));

    /**
     * Authorizations of subscriptions only: answers {@code mis-matched-subscription-ids}. No single request of the
     * contract causes this answer.
     */
    public static final Fault MISMATCHED_SUBSCRIPTION_IDS = new Fault(FaultSpec.of(Kind.MISMATCHED_SUBSCRIPTION_IDS));

    private final FaultSpec spec;

    private Fault(FaultSpec spec) {
        this.spec = spec;
    }

    /**
     * Answers with an HTTP status and a short text.
     *
     * @param status 300 to 599
     * @return the fault
     */
    public static Fault status(int status) {
        return new Fault(FaultSpec.status(status, Optional.empty()));
    }

    /**
     * Answers with an HTTP status and a {@code Retry-After} header.
     *
     * @param status 300 to 599
     * @param retryAfter the header's value: whole seconds, 0 or more
     * @return the fault
     */
    public static Fault status(int status, Duration retryAfter) {
        return new Fault(FaultSpec.status(status, Optional.of(Arguments.wholeSeconds("retryAfter", retryAfter))));
    }

    /**
     * Reads the request, and closes the connection without an answer after a delay. {@link #DROP} closes it at once,
     * {@link #HANG} leaves it open.
     *
     * @param after the delay, more than 0
     * @return the fault
     */
    public static Fault drop(Duration after) {
        return new Fault(FaultSpec.drop(Arguments.positive("after", after)));
    }

    /**
     * Processes the request, and sends informational answers (1xx) before a correct answer. HTTP allows any number of
     * them. A faulty client takes the first one for the answer, and the answer for that of its next request.
     *
     * @param statuses one or more in the order of their sending, each 100 to 199, such as 103 (Early Hints) or 102
     *     (Processing); 101 is not allowed, because it ends HTTP on a connection
     * @return the fault
     */
    public static Fault interim(int... statuses) {
        return new Fault(FaultSpec.interim(statuses));
    }

    /**
     * Processes the request, and sends the answer one byte at a time.
     *
     * @param pause the pause between two bytes, more than 0; a short answer has about 150 bytes
     * @return the fault
     */
    public static Fault drip(Duration pause) {
        return new Fault(FaultSpec.drip(Arguments.positive("pause", pause)));
    }

    /**
     * Returns a copy that processes the request before the fault occurs. Bookings of the request are kept.
     *
     * @return a copy
     * @throws IllegalArgumentException for {@link #DROP_UNREAD} and {@link #RESET_UNREAD}, which read nothing to
     *     process
     */
    public Fault withProcessing() {
        return new Fault(spec.afterProcessing());
    }

    /**
     * Returns a copy that carries out the request when {@link LateRequests#release} is called. The result is discarded:
     * the client has lost the connection by then, as with {@link #HANG} and {@link #DROP}, or has had the fault's
     * answer, as with {@link #status}.
     *
     * @return a copy
     * @throws IllegalArgumentException for {@link #DROP_UNREAD} and {@link #RESET_UNREAD}, which read nothing to carry
     *     out, and for a fault that processes the request
     */
    public Fault withLateProcessing() {
        return new Fault(spec.late(Lateness.UNTIL_RELEASED));
    }

    /**
     * Returns a copy that carries out the request after a number of other requests, before the last of them is
     * answered, or when {@link LateRequests#release} is called, if that is earlier.
     *
     * @param requests the number of other requests, of any endpoint, that are read first: 1 or more
     * @return a copy
     * @throws IllegalArgumentException as with {@link #withLateProcessing()}
     */
    public Fault withLateProcessing(int requests) {
        return new Fault(spec.late(Lateness.after(Arguments.positive("requests", requests))));
    }

    /**
     * Returns a copy that carries out the request after a delay, or when {@link LateRequests#release} is called, if
     * that is earlier.
     *
     * @param delay the time since the request was read, more than 0
     * @return a copy
     * @throws IllegalArgumentException as with {@link #withLateProcessing()}
     */
    public Fault withLateProcessing(Duration delay) {
        return new Fault(spec.late(Lateness.after(Arguments.positive("delay", delay))));
    }

    FaultSpec spec() {
        return spec;
    }

    @Override
    public String toString() {
        return spec.toString();
    }
}
