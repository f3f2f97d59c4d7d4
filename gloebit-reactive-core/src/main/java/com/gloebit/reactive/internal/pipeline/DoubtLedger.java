package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.answer.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracks which requests of an operation may still be carried out.
 *
 * <p>The ledger belongs to the operation, not to one subscription. After a lost answer, a second subscription must not
 * report that nothing happened. Of two concurrent subscriptions, neither knows the attempts of the other.
 *
 * <p>A request that was sent without a usable answer may be carried out at any later time. The refusal of another
 * request therefore does not close it, with one exception: see {@link FailureKind.Doubt#CLOSED_WHEN_OLD}.
 */
public final class DoubtLedger {
    private static final long NEVER = Long.MIN_VALUE;

    /** The limit of a ledger that no refusal closes: longer than any process or clock runs. */
    private static final Duration UNLIMITED = Duration.ofDays(36_500);

    /**
     * When a request was sent.
     *
     * @param millis the wall-clock time, which outlives the process but may be adjusted
     * @param nanos the monotonic time, which is never adjusted
     */
    record SendTime(long millis, long nanos) {
        /** Earlier than any other time, so that it never closes a doubt. */
        static final SendTime UNKNOWN = new SendTime(0, 0);
    }

    /**
     * The state of the ledger.
     *
     * @param done whether the operation is known to have happened
     * @param onTheWire the number of attempts that were sent and have not ended
     * @param unansweredAt the wall-clock time at which the last attempt without a usable answer ended, in milliseconds;
     *     {@link #NEVER} if no such attempt is open
     * @param unansweredNanos the monotonic time at which the last such attempt of this process ended; {@link #NEVER} if
     *     there is none
     */
    private record State(boolean done, int onTheWire, long unansweredAt, long unansweredNanos) {
        State unansweredSince(long millis) {
            return new State(done, onTheWire, Math.max(unansweredAt, millis), unansweredNanos);
        }

        State unanswered(long millis, long nanos) {
            return new State(done, onTheWire, Math.max(unansweredAt, millis), nanos);
        }

        State answered() {
            return new State(done, onTheWire, NEVER, NEVER);
        }

        State withOnTheWire(int change) {
            return new State(done, onTheWire + change, unansweredAt, unansweredNanos);
        }

        boolean isOpen() {
            return done || onTheWire > 0 || unansweredAt != NEVER;
        }
    }

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Duration lateRequestLimit;
    private final AtomicReference<State> state = new AtomicReference<>(new State(false, 0, NEVER, NEVER));

    /** Creates a ledger that no refusal closes. */
    public DoubtLedger() {
        this(Clock.systemUTC(), System::nanoTime, UNLIMITED);
    }

    /** @param lateRequestLimit how long Gloebit may still carry out an attempt without an answer after its end */
    public DoubtLedger(Clock clock, LongSupplier nanoTime, Duration lateRequestLimit) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lateRequestLimit = lateRequestLimit;
    }

    /**
     * Opens the ledger, because a request outside of it may have carried out the operation.
     *
     * @param unansweredAt when that request was given up; null if it is not known, which counts as now
     */
    public void recordUnanswered(@Nullable Instant unansweredAt) {
        long now = clock.millis();
        long endedAt = unansweredAt == null ? now : Math.min(now, unansweredAt.toEpochMilli());
        state.updateAndGet(current -> current.unansweredSince(endedAt));
    }

    /** Takes over the doubt of another ledger of the same operation, whose attempts have all ended. */
    public void inherit(DoubtLedger other) {
        State inherited = other.currentState();
        state.updateAndGet(current -> new State(
                current.done || inherited.done,
                current.onTheWire,
                Math.max(current.unansweredAt, inherited.unansweredAt),
                Math.max(current.unansweredNanos, inherited.unansweredNanos)));
    }

    /** Closes the doubt, because the journal confirmed the veto: the enact of a request that arrives late is answered with no. */
    public void recordVeto() {
        state.updateAndGet(State::answered);
    }

    SendTime recordSent() {
        state.updateAndGet(current -> current.withOnTheWire(1));
        return new SendTime(clock.millis(), nanoTime.getAsLong());
    }

    /** Records that the operation happened, which is final. */
    void recordDone() {
        state.updateAndGet(
                current -> new State(true, current.onTheWire, current.unansweredAt, current.unansweredNanos));
    }

    /**
     * Records the end of an attempt that was sent.
     *
     * @param sentAt when it was sent
     */
    void recordEnd(FailureKind kind, SendTime sentAt) {
        long millis = clock.millis();
        long nanos = nanoTime.getAsLong();
        state.updateAndGet(current -> switch (kind.doubt()) {
            case NONE -> current.withOnTheWire(-1);
            case LEFT -> current.withOnTheWire(-1).unanswered(millis, nanos);
            case CLOSED_WHEN_OLD ->
                isOld(current, sentAt) ? current.withOnTheWire(-1).answered() : current.withOnTheWire(-1);
        });
    }

    /** Requires both times to exceed the limit, so that a clock set forward closes no doubt of this process. */
    private boolean isOld(State current, SendTime sentAt) {
        return current.unansweredAt != NEVER
                && sentAt.millis - current.unansweredAt > lateRequestLimit.toMillis()
                && (current.unansweredNanos == NEVER
                        || sentAt.nanos - current.unansweredNanos > lateRequestLimit.toNanos());
    }

    /** Returns whether the operation happened or a request of it may still be carried out. */
    public boolean isOpen() {
        return currentState().isOpen();
    }

    /** Returns whether the operation is known to have happened. */
    public boolean isDone() {
        return currentState().done;
    }

    public Outcome outcome() {
        return isOpen() ? Outcome.UNKNOWN : Outcome.NOT_DONE;
    }

    /** Returns when the last request without a usable answer ended; now if one is on the wire. */
    public Instant lastUnanswered() {
        State state = currentState();
        return state.onTheWire > 0 || state.unansweredAt == NEVER
                ? clock.instant()
                : Instant.ofEpochMilli(state.unansweredAt);
    }

    private State currentState() {
        return Objects.requireNonNull(state.get());
    }
}
