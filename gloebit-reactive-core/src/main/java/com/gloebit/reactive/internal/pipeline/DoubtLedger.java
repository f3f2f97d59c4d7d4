package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.endpoint.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
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

    /** For a ledger whose doubt no refusal ends: longer than any process or clock goes on. */
    private static final Duration CENTURY = Duration.ofDays(36_500);

    /**
     * When a request was sent: by the clock, which outlives the process and may be set, and by the processor's time, which
     * is never set.
     */
    record Sent(long millis, long nanos) {
        /** Earlier than any other: it never ends a doubt. */
        static final Sent UNKNOWN = new Sent(0, 0);
    }

    /**
     * The state of the ledger.
     *
     * @param done whether the operation is known to have happened
     * @param onTheWire attempts that were sent and are not over
     * @param unansweredAt when the last attempt without a usable answer ended, in milliseconds; {@link #NEVER} if none is
     *     in doubt
     * @param unansweredNanos the same of the last such attempt of this process, by the processor's time; {@link #NEVER} if
     *     there is none
     */
    private record Books(boolean done, int onTheWire, long unansweredAt, long unansweredNanos) {
        Books unansweredSince(long millis) {
            return new Books(done, onTheWire, Math.max(unansweredAt, millis), unansweredNanos);
        }

        Books unanswered(long millis, long nanos) {
            return new Books(done, onTheWire, Math.max(unansweredAt, millis), nanos);
        }

        Books answered() {
            return new Books(done, onTheWire, NEVER, NEVER);
        }

        Books without(int attempts) {
            return new Books(done, onTheWire - attempts, unansweredAt, unansweredNanos);
        }

        boolean isOpen() {
            return done || onTheWire > 0 || unansweredAt != NEVER;
        }
    }

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Duration lateRequestLimit;
    private final AtomicReference<Books> books = new AtomicReference<>(new Books(false, 0, NEVER, NEVER));

    /** For an operation whose doubt no refusal ends. */
    public DoubtLedger() {
        this(Clock.systemUTC(), System::nanoTime, CENTURY);
    }

    /** @param lateRequestLimit how long after its end an attempt without an answer may still be carried out */
    public DoubtLedger(Clock clock, LongSupplier nanoTime, Duration lateRequestLimit) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lateRequestLimit = lateRequestLimit;
    }

    /**
     * A request outside of this ledger may have done it.
     *
     * @param unansweredAt when that request was given up; null if it is not known, which counts as now
     */
    public void arises(@Nullable Instant unansweredAt) {
        long now = clock.millis();
        long given = unansweredAt == null ? now : Math.min(now, unansweredAt.toEpochMilli());
        books.updateAndGet(was -> was.unansweredSince(given));
    }

    /** What another ledger of the same operation knows. Its own attempts are over. */
    public void inherit(DoubtLedger other) {
        Books theirs = other.now();
        books.updateAndGet(was -> new Books(
                was.done || theirs.done,
                was.onTheWire,
                Math.max(was.unansweredAt, theirs.unansweredAt),
                Math.max(was.unansweredNanos, theirs.unansweredNanos)));
    }

    /** Our own veto is confirmed: a request that arrives late will be refused. */
    public void vetoed() {
        books.updateAndGet(Books::answered);
    }

    Sent sent() {
        books.updateAndGet(was -> was.without(-1));
        return new Sent(clock.millis(), nanoTime.getAsLong());
    }

    void done() {
        books.updateAndGet(was -> new Books(true, was.onTheWire, was.unansweredAt, was.unansweredNanos));
    }

    /**
     * The end of an attempt that was sent.
     *
     * @param sent when
     */
    void ended(FailureKind kind, Sent sent) {
        long millis = clock.millis();
        long nanos = nanoTime.getAsLong();
        books.updateAndGet(was -> switch (kind.doubt()) {
            case NONE -> was.without(1);
            case LEFT -> was.without(1).unanswered(millis, nanos);
            case CLOSED_WHEN_OLD -> isOld(was, sent) ? was.without(1).answered() : was.without(1);
        });
    }

    /** Both times have to say so: a clock that is set forward ends no doubt of this process. */
    private boolean isOld(Books was, Sent sent) {
        return was.unansweredAt != NEVER
                && sent.millis - was.unansweredAt > lateRequestLimit.toMillis()
                && (was.unansweredNanos == NEVER || sent.nanos - was.unansweredNanos > lateRequestLimit.toNanos());
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
