package com.gloebit.simulator.internal.http;

import com.gloebit.simulator.internal.wire.EndpointPaths;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The effect of a fault on one request.
 *
 * @param statuses the status of the answer, or those of the interim answers before it
 * @param pause the value of {@code Retry-After}, the pause between two bytes, or the time before the connection is
 *     closed
 * @param processed whether the request is processed before the fault occurs
 * @param lateness when the request is carried out late; empty if it is not
 */
public record FaultSpec(
        Kind kind, List<Integer> statuses, Optional<Duration> pause, boolean processed, Optional<Lateness> lateness) {

    public static FaultSpec of(Kind kind) {
        return new FaultSpec(kind, List.of(), Optional.empty(), false, Optional.empty());
    }

    public static FaultSpec status(int status, Optional<Duration> retryAfter) {
        if (status < 300 || status > 599) {
            throw new IllegalArgumentException("status is " + status + "; 300 to 599 is allowed");
        }
        return new FaultSpec(Kind.STATUS, List.of(status), retryAfter, false, Optional.empty());
    }

    public static FaultSpec drop(Duration after) {
        return new FaultSpec(Kind.DROP, List.of(), Optional.of(after), false, Optional.empty());
    }

    public static FaultSpec interim(int... statuses) {
        if (statuses.length == 0) {
            throw new IllegalArgumentException("statuses is empty; at least one is needed");
        }
        for (int status : statuses) {
            if (status < 100 || status > 199 || status == 101) {
                throw new IllegalArgumentException("statuses has " + status + "; 100 to 199 but for 101 is allowed");
            }
        }
        return new FaultSpec(
                Kind.INTERIM, Arrays.stream(statuses).boxed().toList(), Optional.empty(), true, Optional.empty());
    }

    public static FaultSpec drip(Duration pause) {
        return new FaultSpec(Kind.DRIP, List.of(), Optional.of(pause), true, Optional.empty());
    }

    public FaultSpec afterProcessing() {
        requireRead();
        return new FaultSpec(kind, statuses, pause, true, Optional.empty());
    }

    public FaultSpec late(Lateness when) {
        requireRead();
        if (processed) {
            throw new IllegalArgumentException(this + " processes the request; a request cannot be processed and late");
        }
        return new FaultSpec(kind, statuses, pause, false, Optional.of(when));
    }

    private void requireRead() {
        if (readsNothing()) {
            throw new IllegalArgumentException(kind + " reads nothing; DROP and RESET read the request");
        }
    }

    /** The status of a fault of the kind {@code STATUS}. */
    public int status() {
        return statuses.get(0);
    }

    /** The statuses of the interim answers before the answer. */
    List<Integer> interimStatuses() {
        return kind == Kind.INTERIM ? statuses : List.of();
    }

    boolean readsNothing() {
        return kind == Kind.DROP_UNREAD || kind == Kind.RESET_UNREAD;
    }

    /** The paths that the fault is restricted to; empty for no restriction. */
    private Set<String> paths() {
        return switch (kind) {
            case QUEUING_FAILED, RACED ->
                Set.of(EndpointPaths.TRANSACT, EndpointPaths.SECOND_TRANSACT, EndpointPaths.USER_PAYMENT);
            case SUBSCRIPTION_INSERT_CONFLICT, SUBSCRIPTION_DB_ERROR ->
                Set.of(EndpointPaths.CREATE_SUBSCRIPTION, EndpointPaths.AUTHORIZE_SUBSCRIPTION);
            case MISMATCHED_SUBSCRIPTION_IDS -> Set.of(EndpointPaths.AUTHORIZE_SUBSCRIPTION);
            default -> Set.of();
        };
    }

    boolean isFor(String path) {
        return paths().isEmpty() || paths().contains(path);
    }

    void requireFor(String path) {
        if (!isFor(path)) {
            throw new IllegalArgumentException(
                    "fault is " + this + " for " + path + "; it is allowed for " + new TreeSet<>(paths()));
        }
    }

    @Override
    public String toString() {
        return kind
                + statuses.stream().map(status -> " " + status).collect(Collectors.joining())
                + (processed ? " after processing" : "")
                + lateness.map(Lateness::toString).orElse("");
    }

    /** The kinds of fault. */
    public enum Kind {
        DROP_UNREAD,
        RESET_UNREAD,
        DROP,
        RESET,
        HANG,
        HANG_IN_HEADERS,
        HANG_IN_BODY,
        HALF_ANSWER,
        HALF_ANSWER_THEN_RESET,
        TRUNCATED,
        CLOSE_AFTER_ANSWER,
        DRIP,
        INTERIM,
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
