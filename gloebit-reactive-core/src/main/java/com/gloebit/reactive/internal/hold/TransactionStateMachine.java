package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.PendingPurchase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of a journal entry, as pure functions. A transition that does not apply returns null: the entry stays
 * as it is.
 */
final class TransactionStateMachine {
    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(5);

    private TransactionStateMachine() {}

    static JournalEntry submitted(PendingPurchase purchase, @Nullable String user, Instant now, Duration resendAfter) {
        return new JournalEntry(
                purchase,
                user,
                now,
                TransactionState.SUBMITTED,
                null,
                0,
                null,
                now.plusMillis(resendAfter.toMillis()),
                null,
                0);
    }

    /** The entry of a purchase that could not be recorded and must never be sent. */
    static JournalEntry neverSent(PendingPurchase purchase, @Nullable String user, Instant now) {
        return new JournalEntry(purchase, user, now, TransactionState.REJECTED, null, 0, null, null, null, 0);
    }

    /** The same purchase is submitted again. An entry that was rejected may now be enacted. */
    static @Nullable JournalEntry resubmitted(JournalEntry entry, Instant now, Duration resendAfter) {
        return entry.state() == TransactionState.REJECTED
                ? next(
                        entry,
                        TransactionState.SUBMITTED,
                        null,
                        0,
                        entry.busyUntil(),
                        now.plusMillis(resendAfter.toMillis()))
                : null;
    }

    /**
     * The answer to a purchase request has arrived. It never overrides a callback or a veto, because the caller or
     * Gloebit may already have the result.
     *
     * <p>While an effect runs, only a rejection changes the entry. Any other change would make the compare-and-set at
     * the end of the effect fail, and a custom journal would run the effect again.
     */
    static @Nullable JournalEntry answered(JournalEntry entry, TransactionState answer, Instant now) {
        boolean open = entry.state() == TransactionState.SUBMITTED || entry.state() == TransactionState.IN_DOUBT;
        return switch (answer) {
            case REJECTED -> open ? vetoedKeepingMark(entry, answer, now) : null;
            case IN_DOUBT ->
                open && !isBusy(entry, now)
                        ? next(entry, answer, null, 0, null, now.plus(pauseInDoubt(entry, now)))
                        : null;
            default ->
                isBusy(entry, now) || !(open || isEarlier(entry.state(), answer))
                        ? null
                        : next(entry, answer, null, 0, null, null);
        };
    }

    private static boolean isEarlier(TransactionState state, TransactionState answer) {
        return state == TransactionState.QUEUED && answer == TransactionState.HELD;
    }

    /** Pauses as long as the purchase has been in doubt, so that one that stays in doubt is sent ever more rarely. */
    private static Duration pauseInDoubt(JournalEntry entry, Instant now) {
        return bounded(Duration.between(entry.recorded(), now));
    }

    static boolean isBusy(JournalEntry entry, Instant now) {
        return entry.busyUntil() != null && entry.busyUntil().isAfter(now);
    }

    /** An effect is about to run. If it never reports back, recovery processes the entry once the mark has expired. */
    static JournalEntry busy(JournalEntry entry, Instant until) {
        return next(entry, entry.state(), entry.due(), entry.failures(), until, until);
    }

    /** Recovery on this node is about to send the purchase. Other nodes wait until the lease has expired. */
    static JournalEntry leased(JournalEntry entry, Instant until) {
        return next(entry, entry.state(), entry.due(), entry.failures(), entry.busyUntil(), until);
    }

    /** Recovery cannot process the entry. Only a callback or the application can change it. */
    static JournalEntry unscheduled(JournalEntry entry) {
        return next(entry, entry.state(), entry.due(), entry.failures(), entry.busyUntil(), null);
    }

    static JournalEntry enacted(JournalEntry entry) {
        return next(entry, TransactionState.ENACTED, null, 0, null, null);
    }

    static JournalEntry enactRejected(JournalEntry entry) {
        return next(entry, TransactionState.ABANDONED, null, 0, null, null);
    }

    /** The enact ended without a decision. Gloebit will call enact again. */
    static JournalEntry undecided(JournalEntry entry, int failures, Instant now) {
        return next(entry, entry.state(), entry.due(), failures, null, entry.due() == null ? null : now);
    }

    /**
     * A consume or cancel has arrived. An effect that is running continues.
     *
     * <pre>
     * entry               callback   new state   contradiction
     * final, same state   either     unchanged   unchanged
     * final, other state  either     unchanged   recorded, if it is the first
     * vetoed              consume    CONSUMED    recorded
     * vetoed              cancel     CANCELLED   none
     * any other           consume    CONSUMED    none
     * any other           cancel     CANCELLED   none
     * </pre>
     */
    static @Nullable JournalEntry arrived(JournalEntry entry, HoldStep step, Instant now) {
        TransactionState state = finalState(step);
        if (entry.state().isFinal()) {
            return entry.state() == state || entry.contradiction() != null
                    ? null
                    : contradicted(entry, step, entry.version() + 1);
        }
        Instant busyUntil = isBusy(entry, now) ? entry.busyUntil() : null;
        JournalEntry arrived = next(entry, state, step, 0, busyUntil, busyUntil == null ? now : busyUntil);
        return step == HoldStep.CONSUME && entry.state().isVetoed()
                ? contradicted(arrived, step, arrived.version())
                : arrived;
    }

    static TransactionState finalState(HoldStep step) {
        return step == HoldStep.CONSUME ? TransactionState.CONSUMED : TransactionState.CANCELLED;
    }

    private static JournalEntry contradicted(JournalEntry entry, HoldStep step, long version) {
        return new JournalEntry(
                entry.purchase(),
                entry.user(),
                entry.recorded(),
                entry.state(),
                entry.due(),
                entry.failures(),
                entry.busyUntil(),
                entry.dueAt(),
                step,
                version);
    }

    static JournalEntry delivered(JournalEntry entry) {
        return next(entry, entry.state(), null, 0, null, null);
    }

    static JournalEntry failed(JournalEntry entry, Instant now) {
        int failures = entry.failures() + 1;
        if (entry.due() == null) {
            return undecided(entry, failures, now);
        }
        return next(entry, entry.state(), entry.due(), failures, null, now.plus(pause(failures)));
    }

    private static Duration pause(int failures) {
        return bounded(Duration.ofSeconds(1L << Math.min(failures - 1, 10)));
    }

    private static Duration bounded(Duration pause) {
        return pause.compareTo(MIN_PAUSE) < 0 ? MIN_PAUSE : pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
    }

    /**
     * Abandons a transaction that is neither final nor enacted: only Gloebit decides about an enacted one. An effect
     * that is running continues.
     */
    static @Nullable JournalEntry abandoned(JournalEntry entry, Instant now) {
        return entry.state().isFinal() || entry.state() == TransactionState.ENACTED
                ? null
                : vetoedKeepingMark(entry, TransactionState.ABANDONED, now);
    }

    /** Sets a veto. A running effect keeps its mark; if it never reports back, recovery removes the mark. */
    private static JournalEntry vetoedKeepingMark(JournalEntry entry, TransactionState veto, Instant now) {
        Instant busyUntil = isBusy(entry, now) ? entry.busyUntil() : null;
        return next(entry, veto, null, 0, busyUntil, busyUntil);
    }

    private static JournalEntry next(
            JournalEntry entry,
            TransactionState state,
            @Nullable HoldStep due,
            int failures,
            @Nullable Instant busyUntil,
            @Nullable Instant dueAt) {
        return new JournalEntry(
                entry.purchase(),
                entry.user(),
                entry.recorded(),
                state,
                due,
                failures,
                busyUntil,
                dueAt,
                entry.contradiction(),
                entry.version() + 1);
    }
}
