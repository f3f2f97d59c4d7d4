package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.PendingPurchase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may follow what, as pure functions. Null means that nothing changes. */
final class TransactionStateMachine {
    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(5);

    private TransactionStateMachine() {}

    static JournalEntry submitted(PendingPurchase purchase, @Nullable String user, Instant now, Duration unanswered) {
        return new JournalEntry(
                purchase,
                user,
                now,
                TransactionState.SUBMITTED,
                null,
                0,
                null,
                now.plusMillis(unanswered.toMillis()),
                null,
                0);
    }

    /** It could not be recorded, and is not to be sent. */
    static JournalEntry neverSent(PendingPurchase purchase, @Nullable String user, Instant now) {
        return new JournalEntry(purchase, user, now, TransactionState.REJECTED, null, 0, null, null, null, 0);
    }

    /** The purchase goes out again: what was rejected before may be enacted now. */
    static @Nullable JournalEntry resubmitted(JournalEntry entry, Instant now, Duration unanswered) {
        return entry.state() == TransactionState.REJECTED
                ? next(
                        entry,
                        TransactionState.SUBMITTED,
                        null,
                        0,
                        entry.busyUntil(),
                        now.plusMillis(unanswered.toMillis()))
                : null;
    }

    /**
     * An answer never undoes a callback's word, nor a veto: somebody was told that it will not happen. While an effect
     * runs, only a rejection is worth to disturb it: anything else would make a journal of one's own run the effect
     * again.
     */
    static @Nullable JournalEntry answered(JournalEntry entry, TransactionState answer, Instant now) {
        boolean open = entry.state() == TransactionState.SUBMITTED || entry.state() == TransactionState.IN_DOUBT;
        return switch (answer) {
            case REJECTED -> open ? vetoedBeside(entry, answer, now) : null;
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

    /** As long again as it has been in doubt: what nothing ends is sent seldom. */
    private static Duration pauseInDoubt(JournalEntry entry, Instant now) {
        return bounded(Duration.between(entry.recorded(), now));
    }

    static boolean isBusy(JournalEntry entry, Instant now) {
        return entry.busyUntil() != null && entry.busyUntil().isAfter(now);
    }

    /** Whoever holds the entry runs its effect; if nothing is heard of it, recovery looks after it. */
    static JournalEntry busy(JournalEntry entry, Instant until) {
        return next(entry, entry.state(), entry.due(), entry.failures(), until, until);
    }

    /** Recovery of this node sends it; that of others has to wait. */
    static JournalEntry leased(JournalEntry entry, Instant until) {
        return next(entry, entry.state(), entry.due(), entry.failures(), entry.busyUntil(), until);
    }

    /** Recovery can do nothing for it: only a callback, or the application, can. */
    static JournalEntry leftAlone(JournalEntry entry) {
        return next(entry, entry.state(), entry.due(), entry.failures(), entry.busyUntil(), null);
    }

    static JournalEntry enacted(JournalEntry entry) {
        return next(entry, TransactionState.ENACTED, null, 0, null, null);
    }

    static JournalEntry vetoed(JournalEntry entry) {
        return next(entry, TransactionState.ABANDONED, null, 0, null, null);
    }

    /** Nothing was decided; Gloebit will ask again. */
    static JournalEntry asked(JournalEntry entry, int failures, Instant now) {
        return next(entry, entry.state(), entry.due(), failures, null, entry.due() == null ? null : now);
    }

    /**
     * The last word. One that comes after the opposite one is noted and changes nothing else; a consume after our veto is
     * noted, too, and believed. Who runs an effect at this moment goes on.
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
            return asked(entry, failures, now);
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
     * Gives up what Gloebit has not spoken about; what was enacted is Gloebit's to decide. Who runs an effect at this
     * moment goes on.
     */
    static @Nullable JournalEntry abandoned(JournalEntry entry, Instant now) {
        return entry.state().isFinal() || entry.state() == TransactionState.ENACTED
                ? null
                : vetoedBeside(entry, TransactionState.ABANDONED, now);
    }

    /** An effect that runs keeps its mark; if nothing is heard of it, recovery takes that away. */
    private static JournalEntry vetoedBeside(JournalEntry entry, TransactionState veto, Instant now) {
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
