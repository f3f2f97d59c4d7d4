package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Processes the journal entries that are due: effects that have not succeeded yet, and purchases that were not
 * answered.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int BATCH = 100;
    private static final int CONCURRENCY = 8;

    private final Journal journal;
    private final HandlerRunner handlerRunner;
    private final Resending resending;
    private final Application application;
    private final Scheduler timer;

    Recovery(
            Journal journal,
            HandlerRunner handlerRunner,
            Resending resending,
            Application application,
            Scheduler timer) {
        this.journal = journal;
        this.handlerRunner = handlerRunner;
        this.resending = resending;
        this.application = application;
        this.timer = timer;
    }

    /** Processes what is due now. Emits the transactions that made progress. */
    Flux<TransactionId> runOnce() {
        return Flux.defer(() -> journal.due(application.now(), BATCH)
                .flatMap(entry -> processOrLog(entry).filter(done -> done).map(done -> entry.id()), CONCURRENCY));
    }

    /** Logs and drops a failure, so that one failed entry does not stop the processing of the others. */
    private Mono<Boolean> processOrLog(JournalEntry entry) {
        return process(entry).onErrorResume(error -> {
            LOG.warn("recovery of {} failed: {}", entry, error.getClass().getName());
            return Mono.just(false);
        });
    }

    /** Runs again after each pause, even if a run failed, until the client is closed. */
    Flux<TransactionId> repeat(Duration pause) {
        return runOnce()
                .doOnError(error ->
                        LOG.warn("A recovery run failed: {}", error.getClass().getName()))
                .onErrorComplete()
                .repeatWhen(completed -> completed
                        .delayElements(pause, timer)
                        .takeWhile(tick -> !resending.isClosed().getAsBoolean()));
    }

    private Mono<Boolean> process(JournalEntry entry) {
        if (entry.due() != null) {
            return handlerRunner.runDue(entry);
        }
        return switch (entry.state()) {
            case SUBMITTED, IN_DOUBT -> sendAgain(entry);
            // An interrupted enact left the mark. Gloebit will call enact again.
            default ->
                journal.update(
                                entry.id(),
                                current -> current.version() == entry.version()
                                        ? TransactionStateMachine.undecided(
                                                current, current.failures(), application.now())
                                        : null)
                        .thenReturn(false);
        };
    }

    /**
     * Sends the purchase again if this node leases the entry by moving its due time. Other nodes then leave it alone.
     */
    private Mono<Boolean> sendAgain(JournalEntry entry) {
        Instant now = application.now();
        if (entry.user() == null) {
            return journal.replace(entry, TransactionStateMachine.unscheduled(entry))
                    .thenReturn(false);
        }
        if (resending.isClosed().getAsBoolean()) {
            return Mono.just(false);
        }
        Duration lease = resending.lease();
        return journal.replace(entry, TransactionStateMachine.leased(entry, now.plusMillis(lease.toMillis())))
                .flatMap(leased -> leased
                        ? resending.send().apply(entry).timeout(lease, timer).hasElement()
                        : Mono.just(false));
    }
}
