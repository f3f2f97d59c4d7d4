package com.gloebit.reactive.internal.hold;

import static com.gloebit.reactive.failure.Outcome.NOT_DONE;
import static com.gloebit.reactive.failure.Outcome.UNKNOWN;

import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionNotHeldException;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Waiting for the last word. */
final class Settlements {
    private static final String NAME = "settlement";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Journal journal;
    private final SettlementNotifier waiters;
    private final Announcements announcements;
    private final Duration longestPause;
    private final Scheduler timer;

    Settlements(Journal journal, SettlementNotifier waiters, Duration longestPause, Scheduler timer) {
        this.journal = journal;
        this.waiters = waiters;
        this.announcements = new Announcements(journal, waiters, timer);
        this.longestPause = longestPause;
        this.timer = timer;
    }

    /** The waiter enters before the first look, so that nothing is missed between the two. */
    Mono<Void> await(TransactionId id) {
        return Flux.merge(waiters.notificationsOf(id), announcements.forward(), poll(id))
                // What comes while the journal is slow is one look, not many.
                .onBackpressureLatest()
                .concatMap(
                        look -> journal.find(id)
                                .switchIfEmpty(Mono.error(() -> new TransactionNotHeldException(
                                        details(id).withOutcome(UNKNOWN), null))),
                        1)
                .filter(Settlements::isDecided)
                .next()
                .flatMap(Settlements::toOutcome);
    }

    /** At once, and then after pauses that double: it is never found later than after as long again as it took. */
    private Flux<TransactionId> poll(TransactionId id) {
        return Flux.<Duration, Duration>generate(() -> bounded(FIRST_PAUSE), (pause, pauses) -> {
                    pauses.next(pause);
                    return bounded(pause.multipliedBy(2));
                })
                .concatMap(pause -> Mono.delay(pause, timer), 0)
                .map(passed -> id)
                .startWith(id);
    }

    private Duration bounded(Duration pause) {
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    /** A rejected purchase may be sent again; one that was given up will not. */
    private static boolean isDecided(JournalEntry entry) {
        return entry.state().isFinal() || entry.state() == TransactionState.ABANDONED;
    }

    private static Mono<Void> toOutcome(JournalEntry entry) {
        return entry.state() == TransactionState.CONSUMED
                ? Mono.empty()
                : Mono.error(new TransactionCancelledException(
                        details(entry.id()).withOutcome(entry.contradiction() == null ? NOT_DONE : UNKNOWN), null));
    }

    private static FailureDetails details(TransactionId id) {
        return FailureDetails.beforeSending(NAME).withTransactionId(id);
    }
}
