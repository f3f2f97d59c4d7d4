package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.endpoint.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which requests of an operation may still be carried out. It belongs to the operation, not to one subscription: after a
 * lost answer a second subscription must not be told that nothing happened, and of two subscriptions at once neither may
 * speak for the other's attempt.
 *
 * <p>A request that was sent and not usably answered may be carried out however late, so no refusal of another request
 * closes it. There is one exception: see {@link FailureKind.Doubt#CLOSED_WHEN_OLD}.
 */
public final class DoubtLedger {
    private static final long NEVER = Long.MIN_VALUE;

    /**
     * The state of the ledger.
     *
     * @param done whether the operation is known to have happened
     * @param onTheWire attempts that were sent and are not over
     * @param unansweredAt when the last attempt without a usable answer ended, in milliseconds; {@link #NEVER} if none is
     *     in doubt
     */
    private record Books(boolean done, int onTheWire, long unansweredAt) {
        Books withUnansweredAt(long millis) {
            return new Books(done, onTheWire, millis);
        }

        Books without(int attempts) {
            return new Books(done, onTheWire - attempts, unansweredAt);
        }

        boolean isOpen() {
            return done || onTheWire > 0 || unansweredAt != NEVER;
        }
    }

    private final Clock clock;
    private final Duration lateRequestLimit;
    private final AtomicReference<Books> books = new AtomicReference<>(new Books(false, 0, NEVER));

    /** For an operation whose doubt no refusal ends. */
    public DoubtLedger() {
        this(Clock.systemUTC(), Duration.ofMillis(Long.MAX_VALUE));
    }

    /** @param lateRequestLimit how long after its end an attempt without an answer may still be carried out */
    public DoubtLedger(Clock clock, Duration lateRequestLimit) {
        this.clock = clock;
        this.lateRequestLimit = lateRequestLimit;
    }

    /**
     * A request outside of this ledger may have done it.
     *
     * @param unansweredAt when that request was given up; null if it is not known, which counts as now
     */
    public void arises(@Nullable Instant unansweredAt) {
        long now = clock.millis();
        books.updateAndGet(was -> {
            long unknown = was.unansweredAt == NEVER ? now : was.unansweredAt;
            long given = unansweredAt == null ? unknown : Math.min(now, unansweredAt.toEpochMilli());
            return was.withUnansweredAt(Math.max(was.unansweredAt, given));
        });
    }

    /** Our own veto is confirmed: a request that arrives late will be refused. */
    public void vetoed() {
        books.updateAndGet(was -> was.withUnansweredAt(NEVER));
    }

    /** Returns when the request was sent, in milliseconds. */
    long sent() {
        books.updateAndGet(was -> was.without(-1));
        return clock.millis();
    }

    void done() {
        books.updateAndGet(was -> new Books(true, was.onTheWire, was.unansweredAt));
    }

    /**
     * The end of an attempt that was sent.
     *
     * @param sentAt when, in milliseconds
     */
    void ended(FailureKind kind, long sentAt) {
        long now = clock.millis();
        books.updateAndGet(was -> switch (kind.doubt()) {
            case NONE -> was.without(1);
            case LEFT -> was.without(1).withUnansweredAt(Math.max(was.unansweredAt, now));
            case CLOSED_WHEN_OLD -> isOld(was, sentAt) ? was.without(1).withUnansweredAt(NEVER) : was.without(1);
        });
    }

    private boolean isOld(Books was, long sentAt) {
        return was.unansweredAt != NEVER && sentAt - was.unansweredAt > lateRequestLimit.toMillis();
    }

    /** Whether the operation happened, or a request of it may still be carried out. */
    public boolean isOpen() {
        return now().isOpen();
    }

    /** Whether the operation is known to have happened. */
    public boolean isDone() {
        return now().done;
    }

    public Outcome outcome() {
        return isOpen() ? Outcome.UNKNOWN : Outcome.NOT_DONE;
    }

    /** When the last request without a usable answer ended: now, if one is on the wire. */
    public Instant lastUnanswered() {
        Books now = now();
        return now.onTheWire > 0 || now.unansweredAt == NEVER
                ? clock.instant()
                : Instant.ofEpochMilli(now.unansweredAt);
    }

    private Books now() {
        return Objects.requireNonNull(books.get());
    }
}
