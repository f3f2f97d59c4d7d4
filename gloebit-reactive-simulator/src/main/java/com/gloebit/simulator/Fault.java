package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.FaultSpec;
import com.gloebit.simulator.internal.http.FaultSpec.Kind;
import com.gloebit.simulator.internal.http.Lateness;
import com.gloebit.simulator.internal.wire.Arguments;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that goes wrong with one request. The request has no effect, unless the fault says that it is processed,
 * {@link #withProcessing()} is asked for, or {@link #withLateProcessing()} and its like.
 */
public final class Fault {
    /** Closes the connection without reading the request's body. */
    public static final Fault DROP_UNREAD = new Fault(FaultSpec.of(Kind.DROP_UNREAD));

    /** Resets the connection (TCP RST) without reading the request's body. */
    public static final Fault RESET_UNREAD = new Fault(FaultSpec.of(Kind.RESET_UNREAD));

    /** Reads the request, and closes the connection without an answer. */
    public static final Fault DROP = new Fault(FaultSpec.of(Kind.DROP));

    /** Processes the request, books what there is to book, and closes the connection without an answer. */
    public static final Fault COMMIT_THEN_DROP = DROP.withProcessing();

    /** Reads the request, and resets the connection (TCP RST) without an answer. */
    public static final Fault RESET = new Fault(FaultSpec.of(Kind.RESET));

    /** Reads the request and never answers; the connection ends when the client closes it, or the simulator. */
    public static final Fault HANG = new Fault(FaultSpec.of(Kind.HANG));

    /** Processes the request, sends half of the answer's headers, and then nothing more. */
    public static final Fault HANG_IN_HEADERS = new Fault(FaultSpec.of(Kind.HANG_IN_HEADERS)).withProcessing();

    /** Processes the request, sends the answer to the middle of its body, and then nothing more. */
    public static final Fault HANG_IN_BODY = new Fault(FaultSpec.of(Kind.HANG_IN_BODY)).withProcessing();

    /** Processes the request, sends the answer to the middle of its body, and closes the connection. */
    public static final Fault HALF_ANSWER = new Fault(FaultSpec.of(Kind.HALF_ANSWER)).withProcessing();

    /** Processes the request, sends the answer to the middle of its body, and resets the connection (TCP RST). */
    public static final Fault HALF_ANSWER_THEN_RESET =
            new Fault(FaultSpec.of(Kind.HALF_ANSWER_THEN_RESET)).withProcessing();

    /**
     * Processes the request, and answers with half a body whose length was not announced: nothing in HTTP tells that it
     * is not all.
     */
    public static final Fault TRUNCATED = new Fault(FaultSpec.of(Kind.TRUNCATED)).withProcessing();

    /** Processes the request, answers it well, and closes the connection, although the answer promised to keep it. */
    public static final Fault CLOSE_AFTER_ANSWER = new Fault(FaultSpec.of(Kind.CLOSE_AFTER_ANSWER)).withProcessing();

    /** Answers 200 with an HTML page. */
    public static final Fault HTML = new Fault(FaultSpec.of(Kind.HTML));

    /** Answers 200 with a JSON document that ends in its middle. */
    public static final Fault GARBLED = new Fault(FaultSpec.of(Kind.GARBLED));

    /** Transact only: answers {@code queuing-failed}, an error while queueing. */
    public static final Fault QUEUING_FAILED = new Fault(FaultSpec.of(Kind.QUEUING_FAILED));

    /** Transact only: answers {@code failed} and {@code transaction already created}, the same id at the same time. */
    public static final Fault RACED = new Fault(FaultSpec.of(Kind.RACED));

    /**
     * Subscriptions and their authorizations only: answers {@code Unexpected DB insert integrity error.  Please try
     * again.} Nothing is stored, so that sending again stores it. With {@link #withProcessing()} it is stored, as where
     * the same request comes twice at once and the other one is first: sending again answers {@code duplicate}.
     */
    public static final Fault SUBSCRIPTION_INSERT_CONFLICT = new Fault(FaultSpec.of(Kind.SUBSCRIPTION_INSERT_CONFLICT));

    /** Subscriptions and their authorizations only: answers {@code Unknown DB Error}, and nothing is stored. */
    public static final Fault SUBSCRIPTION_DB_ERROR = new Fault(FaultSpec.of(Kind.SUBSCRIPTION_DB_ERROR));

    /**
     * Authorizations of subscriptions only: answers {@code mis-matched-subscription-ids}, which no single request of the
     * contract can bring about.
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
     * @param retryAfter what the header says: whole seconds, 0 or more
     * @return the fault
     */
    public static Fault status(int status, Duration retryAfter) {
        return new Fault(FaultSpec.status(status, Optional.of(Arguments.wholeSeconds("retryAfter", retryAfter))));
    }

    /**
     * Reads the request, and closes the connection without an answer, not at once as {@link #DROP} does, and not when the
     * client has lost its patience as {@link #HANG} does, but after a time.
     *
     * @param after how long the connection stays silent before, more than 0
     * @return the fault
     */
    public static Fault drop(Duration after) {
        return new Fault(FaultSpec.drop(Arguments.positive("after", after)));
    }

    /**
     * Processes the request, and answers it well, but with informational answers (1xx) a moment before. HTTP allows any
     * number of them, asked for or not, so that it is no fault of the service; it is one of a client that takes the first
     * for the answer, and the answer for that of its next request.
     *
     * @param statuses one or more in the order of their sending, each 100 to 199 but for 101, which ends HTTP on a
     *     connection; such as 103 (Early Hints), 102 (Processing)
     * @return the fault
     */
    public static Fault interim(int... statuses) {
        return new Fault(FaultSpec.interim(statuses));
    }

    /**
     * Processes the request, and sends the answer one byte at a time.
     *
     * @param pause between two bytes, more than 0; a short answer has about 150
     * @return the fault
     */
    public static Fault drip(Duration pause) {
        return new Fault(FaultSpec.drip(Arguments.positive("pause", pause)));
    }

    /**
     * The same fault with the request processed before: what was booked stays booked.
     *
     * @return the changed fault
     * @throws IllegalArgumentException for {@link #DROP_UNREAD} and {@link #RESET_UNREAD}, which read nothing to process
     */
    public Fault withProcessing() {
        return new Fault(spec.afterProcessing());
    }

    /**
     * The same fault with the request carried out later, when {@link LateRequests#release} says so. Nobody gets the answer:
     * by then the client has lost the connection, as with {@link #HANG} and {@link #DROP}, or was told something else, as
     * with {@link #status}.
     *
     * @return the changed fault
     * @throws IllegalArgumentException for {@link #DROP_UNREAD} and {@link #RESET_UNREAD}, which read nothing to carry out,
     *     and where the request is processed before
     */
    public Fault withLateProcessing() {
        return new Fault(spec.late(Lateness.UNTIL_RELEASED));
    }

    /**
     * Like {@link #withLateProcessing()}, with the request carried out as soon as others were, before the last of them is answered, and
     * at the latest when it is released.
     *
     * @param requests how many others, of any endpoint, are read first: 1 or more
     * @return the changed fault
     * @throws IllegalArgumentException as with {@link #withLateProcessing()}
     */
    public Fault withLateProcessing(int requests) {
        return new Fault(spec.late(Lateness.after(Arguments.positive("requests", requests))));
    }

    /**
     * Like {@link #withLateProcessing()}, with the request carried out after a time, and at the latest when it is released.
     *
     * @param delay how long after the request was read, more than 0
     * @return the changed fault
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
