package com.gloebit.reactive.internal.hold;

import static com.gloebit.reactive.failure.Outcome.NOT_DONE;
import static com.gloebit.reactive.failure.Outcome.UNKNOWN;

import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionNotInJournalException;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Awaits the settlement of transactions. */
final class Settlements {
    private static final String NAME = "settlement";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Journal journal;
    private final SettlementNotifier notifier;
    private final Announcements announcements;
    private final Duration maxPause;
    private final Scheduler timer;

    Settlements(Journal journal, SettlementNotifier notifier, Duration maxPause, ProcessResources process) {
        this.journal = journal;
        this.notifier = notifier;
        this.announcements = new Announcements(journal, notifier, process);
        this.maxPause = maxPause;
        this.timer = process.timer();
    }

    /**
     * Completes when the transaction is consumed; fails if it is cancelled or abandoned. The call subscribes to
     * notifications before it first reads the journal, so that no change is missed between the two.
     */
    Mono<Void> await(TransactionId id) {
        return Flux.merge(notifier.notificationsOf(id), announcements.forward(), poll(id))
                // Notifications that arrive during a slow read are merged into one further read.
                .onBackpressureLatest()
                .concatMap(
                        trigger -> journal.find(id)
                                .switchIfEmpty(Mono.error(() -> new TransactionNotInJournalException(
                                        details(id).withOutcome(UNKNOWN), null))),
                        1)
                .filter(Settlements::isDecided)
                .next()
                .flatMap(Settlements::toResult);
    }

    /**
     * Emits at once, and then after pauses that double. A settlement is therefore found after at most twice the time
     * that it took.
     */
    private Flux<TransactionId> poll(TransactionId id) {
        return Flux.<Duration, Duration>generate(() -> bounded(FIRST_PAUSE), (pause, sink) -> {
                    sink.next(pause);
                    return bounded(pause.multipliedBy(2));
                })
                .concatMap(pause -> Mono.delay(pause, timer), 0)
                .map(tick -> id)
                .startWith(id);
    }

    private Duration bounded(Duration pause) {
        return pause.compareTo(maxPause) < 0 ? pause : maxPause;
    }

    /** A rejected purchase may be submitted again, so it is not decided; an abandoned one is. */
    private static boolean isDecided(JournalEntry entry) {
        return entry.state().isFinal() || entry.state() == TransactionState.ABANDONED;
    }

    private static Mono<Void> toResult(JournalEntry entry) {
        return entry.state() == TransactionState.CONSUMED
                ? Mono.empty()
                : Mono.error(new TransactionCancelledException(
                        details(entry.id()).withOutcome(entry.contradiction() == null ? NOT_DONE : UNKNOWN), null));
    }

    private static FailureDetails details(TransactionId id) {
        return FailureDetails.beforeSending(NAME).withTransactionId(id);
    }
}
