package com.gloebit.reactive.fault.support;

import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.simulator.Fault;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fault, and what the model has to know of it.
 *
 * @param name for the cell
 * @param fault what the request meets; null for a fault of the connection
 * @param seen what the client can see; more than one where a race decides
 * @param carriedOut whether the request has its effect, be it late
 * @param keeps whether the connection is good for another request
 * @param httpStatus what a failure tells; null for none
 * @param retryAfter what {@code Retry-After} says
 */
public record InjectedFault(
        String name,
        @Nullable Fault fault,
        Set<ObservedEnd> seen,
        boolean carriedOut,
        boolean keeps,
        @Nullable Integer httpStatus,
        Duration retryAfter) {
    public static final Duration SHORT_WAIT = Duration.ofSeconds(1);
    public static final Duration LONG_WAIT = Duration.ofMinutes(10);

    private static final String TO_THE_DEADLINE = ", to the deadline";

    public static final InjectedFault REFUSED = onConnection("refused", ObservedEnd.NOT_SENT);
    /** What is written before the end is noticed counts as sent. */
    public static final InjectedFault DROPPED =
            onConnection("dropped when made", ObservedEnd.NOT_HANDED_OUT, ObservedEnd.NOT_SENT, ObservedEnd.LOST);

    public static final InjectedFault DROPPED_TLS = onConnection("dropped when made, TLS", ObservedEnd.NOT_SENT);
    /** The pool may notice it in time. */
    public static final InjectedFault DROPPED_IDLE =
            onConnection("dropped while idle", ObservedEnd.ANSWERED, ObservedEnd.LOST);

    public static Stream<InjectedFault> all() {
        return Stream.of(
                        lost(),
                        hangs(),
                        hangs().map(InjectedFault::toTheDeadline),
                        answers(),
                        statuses(),
                        connections())
                .flatMap(troubles -> troubles);
    }

    private static Stream<InjectedFault> lost() {
        return Stream.of(
                lost(Fault.DROP_UNREAD, false),
                lost(Fault.RESET_UNREAD, false),
                lost(Fault.DROP, false),
                lost(Fault.COMMIT_THEN_DROP, true),
                lost(Fault.RESET, false),
                lost(Fault.RESET.withProcessing(), true),
                lost(Fault.drop(Duration.ofMillis(1)), false),
                lost(Fault.DROP.withLateProcessing(), true),
                lost(Fault.RESET.withLateProcessing(1), true),
                lost(Fault.HALF_ANSWER, true),
                lost(Fault.HALF_ANSWER_THEN_RESET, true));
    }

    private static Stream<InjectedFault> hangs() {
        return Stream.of(
                lost(Fault.HANG, false),
                lost(Fault.HANG.withProcessing(), true),
                lost(Fault.HANG.withLateProcessing(), true),
                lost(Fault.HANG_IN_HEADERS, true),
                lost(Fault.HANG_IN_BODY, true));
    }

    private static Stream<InjectedFault> answers() {
        return Stream.of(
                read(Fault.CLOSE_AFTER_ANSWER, ObservedEnd.ANSWERED, true, false),
                read(Fault.interim(103), ObservedEnd.ANSWERED, true, true),
                read(Fault.interim(102, 100, 103, 102), ObservedEnd.ANSWERED, true, true),
                read(Fault.drip(Duration.ofNanos(1)), ObservedEnd.ANSWERED, true, false),
                read(Fault.TRUNCATED, ObservedEnd.UNREADABLE, true, false),
                read(Fault.HTML, ObservedEnd.UNREADABLE, false, true),
                read(Fault.HTML.withProcessing(), ObservedEnd.UNREADABLE, true, true),
                read(Fault.GARBLED, ObservedEnd.UNREADABLE, false, true),
                read(Fault.GARBLED.withProcessing(), ObservedEnd.UNREADABLE, true, true),
                read(Fault.GARBLED.withLateProcessing(), ObservedEnd.UNREADABLE, true, true),
                read(Fault.QUEUING_FAILED, ObservedEnd.UNDECIDED, false, true),
                read(Fault.QUEUING_FAILED.withProcessing(), ObservedEnd.UNDECIDED, true, true),
                read(Fault.QUEUING_FAILED.withLateProcessing(), ObservedEnd.UNDECIDED, true, true),
                read(Fault.RACED, ObservedEnd.UNDECIDED, false, true),
                read(Fault.RACED.withProcessing(), ObservedEnd.UNDECIDED, true, true),
                read(Fault.RACED.withLateProcessing(1), ObservedEnd.UNDECIDED, true, true));
    }

    /** A 4xx says that nothing was done; only 408 and 409 leave that open. */
    private static Stream<InjectedFault> statuses() {
        return Stream.of(
                status(302, false),
                status(302, true),
                status(400, false),
                status(401, false),
                status(403, false),
                status(404, false),
                status(408, false),
                status(408, true),
                status(409, false),
                status(409, true),
                status(429, false),
                status(429, false, SHORT_WAIT),
                status(429, false, LONG_WAIT),
                status(500, false),
                status(500, true),
                status(502, false),
                status(502, true),
                status(503, false),
                status(503, true),
                status(503, false, SHORT_WAIT),
                status(503, true, SHORT_WAIT),
                status(503, true, LONG_WAIT),
                lateStatus(302),
                lateStatus(408),
                lateStatus(500),
                lateStatus(504));
    }

    private static Stream<InjectedFault> connections() {
        return Stream.of(REFUSED, DROPPED, DROPPED_TLS, DROPPED_IDLE);
    }

    private static InjectedFault lost(Fault fault, boolean carriedOut) {
        return new InjectedFault(
                fault.toString(), fault, Set.of(ObservedEnd.LOST), carriedOut, false, null, Duration.ZERO);
    }

    private static InjectedFault read(Fault fault, ObservedEnd seen, boolean carriedOut, boolean keeps) {
        return new InjectedFault(fault.toString(), fault, Set.of(seen), carriedOut, keeps, 200, Duration.ZERO);
    }

    private static InjectedFault status(int status, boolean carriedOut) {
        return status(Fault.status(status), status, carriedOut, Duration.ZERO);
    }

    private static InjectedFault status(int status, boolean carriedOut, Duration retryAfter) {
        return status(Fault.status(status, retryAfter), status, carriedOut, retryAfter);
    }

    private static InjectedFault status(Fault fault, int status, boolean carriedOut, Duration retryAfter) {
        Fault sent = carriedOut ? fault.withProcessing() : fault;
        String name = sent + (retryAfter.isZero() ? "" : ", Retry-After " + retryAfter.toSeconds());
        return new InjectedFault(name, sent, Set.of(ObservedEnd.status(status)), carriedOut, true, status, retryAfter);
    }

    private static InjectedFault lateStatus(int status) {
        Fault late = Fault.status(status).withLateProcessing();
        return new InjectedFault(
                late.toString(), late, Set.of(ObservedEnd.status(status)), true, true, status, Duration.ZERO);
    }

    private static InjectedFault onConnection(String name, ObservedEnd... seen) {
        return new InjectedFault(name, null, Set.of(seen), false, false, null, Duration.ZERO);
    }

    /** The same in a call whose deadline comes first: there is no time left to send again. */
    private static InjectedFault toTheDeadline(InjectedFault hang) {
        return new InjectedFault(
                hang.name + TO_THE_DEADLINE,
                hang.fault,
                hang.seen,
                hang.carriedOut,
                hang.keeps,
                hang.httpStatus,
                hang.retryAfter);
    }

    public boolean isOnConnection() {
        return fault == null;
    }

    /** Whether it meets requests to an endpoint. */
    public boolean isFor(MatrixCall kind) {
        return !seen.contains(ObservedEnd.UNDECIDED) || kind == MatrixCall.BY_KEY;
    }

    public boolean isToTheDeadline() {
        return name.endsWith(TO_THE_DEADLINE);
    }

    /** Whether the request has its effect after the next one, or after the call. */
    public boolean isLate() {
        return name.contains(" late");
    }

    private boolean isHang() {
        return name.startsWith("HANG");
    }

    public boolean needsTls() {
        return equals(DROPPED_TLS);
    }

    /** What a call needs to get through it, and no more where only time ends it. */
    public CallLimits limits() {
        if (isToTheDeadline()) {
            return FaultyService.BRIEF;
        }
        return isHang() ? FaultyService.HURRIED : FaultyService.PATIENT;
    }

    public boolean takesTime() {
        return isHang() || retryAfter.equals(SHORT_WAIT) || name.startsWith("DRIP");
    }
}
