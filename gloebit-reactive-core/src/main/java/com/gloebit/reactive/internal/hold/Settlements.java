package com.gloebit.reactive.internal.hold;

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

    private final Journal journal;
    private final Waiters waiters;
    private final Duration poll;
    private final Scheduler timer;

    Settlements(Journal journal, Waiters waiters, Duration poll, Scheduler timer) {
        this.journal = journal;
        this.waiters = waiters;
        this.poll = poll;
        this.timer = timer;
    }

    /** The waiter enters before the first look, so that nothing is missed between the two. */
    Mono<Void> of(TransactionId id) {
        return Flux.merge(
                        waiters.heardOf(id).map(heard -> 0L),
                        Flux.interval(Duration.ZERO, poll, timer).onBackpressureLatest())
                .concatMap(
                        look -> journal.find(id)
                                .switchIfEmpty(Mono.error(() -> new TransactionNotHeldException(details(id), null))),
                        1)
                .filter(Settlements::isDecided)
                .next()
                .flatMap(Settlements::settled);
    }

    /** A rejected purchase may be sent again; one that was given up will not. */
    private static boolean isDecided(JournalEntry entry) {
        return entry.state().isFinal() || entry.state() == TransactionState.ABANDONED;
    }

    private static Mono<Void> settled(JournalEntry entry) {
        return entry.state() == TransactionState.CONSUMED
                ? Mono.empty()
                : Mono.error(new TransactionCancelledException(details(entry.id()), null));
    }

    private static FailureDetails details(TransactionId id) {
        return FailureDetails.beforeSending(NAME).withTransactionId(id);
    }
}
