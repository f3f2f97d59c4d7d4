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

/** One look at everything that is due: effects that did not succeed yet, purchases that were not answered. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int BATCH = 100;
    private static final int CONCURRENCY = 8;

    private final Journal journal;
    private final HandlerRunner effects;
    private final Resending resending;
    private final Application application;
    private final Scheduler timer;

    Recovery(Journal journal, HandlerRunner effects, Resending resending, Application application, Scheduler timer) {
        this.journal = journal;
        this.effects = effects;
        this.resending = resending;
        this.application = application;
        this.timer = timer;
    }

    /** The transactions that it brought forward. */
    Flux<TransactionId> runOnce() {
        return Flux.defer(() -> journal.due(application.now(), BATCH)
                .flatMap(entry -> processSafely(entry).filter(done -> done).map(done -> entry.id()), CONCURRENCY));
    }

    /** One entry that fails must not cut off what runs for the others. */
    private Mono<Boolean> processSafely(JournalEntry entry) {
        return process(entry).onErrorResume(error -> {
            LOG.warn(
                    "{} could not be brought forward: {}",
                    entry,
                    error.getClass().getName());
            return Mono.just(false);
        });
    }

    /** One look after another, whatever comes of them, until the client is closed. */
    Flux<TransactionId> repeat(Duration pause) {
        return runOnce()
                .doOnError(error -> LOG.warn(
                        "A look at what is due failed: {}", error.getClass().getName()))
                .onErrorComplete()
                .repeatWhen(looked -> looked.delayElements(pause, timer)
                        .takeWhile(passed -> !resending.isClosed().getAsBoolean()));
    }

    private Mono<Boolean> process(JournalEntry entry) {
        if (entry.due() != null) {
            return effects.runDue(entry);
        }
        return switch (entry.state()) {
            case SUBMITTED, IN_DOUBT -> sendAgain(entry);
            // Marked busy by an enact that was cut off: Gloebit will ask again.
            default ->
                journal.update(
                                entry.id(),
                                present -> present.version() == entry.version()
                                        ? TransactionStateMachine.asked(present, present.failures(), application.now())
                                        : null)
                        .thenReturn(false);
        };
    }

    /** Whoever moves the time of the entry sends it; the others leave it alone. */
    private Mono<Boolean> sendAgain(JournalEntry entry) {
        Instant now = application.now();
        if (entry.user() == null) {
            return journal.replace(entry, TransactionStateMachine.leftAlone(entry))
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
