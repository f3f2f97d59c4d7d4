package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/** What the journal announces, told to whoever waits: by one subscription for all, while there is somebody. */
final class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Flux<TransactionId> toldOn;

    Announcements(Journal journal, SettlementNotifier waiters, Scheduler timer) {
        this.toldOn = journal.changes()
                .doOnNext(waiters::notifyOf)
                .doOnError(error -> LOG.warn(
                        "the journal announces no changes for now: {}",
                        error.getClass().getName()))
                .concatWith(Mono.error(() -> new IllegalStateException("it has no more to announce")))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true)
                        .scheduler(timer))
                .ignoreElements()
                .flux()
                // All who wait share it: it belongs to the trace of none.
                .contextWrite(ofTheFirst -> Context.empty())
                .publish()
                .refCount();
    }

    /** Has the waiters told, for as long as it is subscribed to. Emits nothing, and never ends. */
    Flux<TransactionId> forward() {
        return toldOn;
    }
}
