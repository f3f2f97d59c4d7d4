package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/**
 * Forwards the ids that the journal announces to the {@link SettlementNotifier}. All awaiting calls share one
 * subscription to the journal, which exists only while at least one call is awaiting.
 */
final class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private final Flux<TransactionId> forwarding;

    Announcements(Journal journal, SettlementNotifier notifier, ProcessResources process) {
        this.forwarding = journal.changes()
                .doOnNext(notifier::notifyOf)
                .doOnError(error -> LOG.warn(
                        "the journal's stream of changes failed, subscribing again later: {}",
                        error.getClass().getName()))
                .concatWith(Mono.error(() -> new IllegalStateException("the stream of changes completed")))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, process.jitter(FIRST_PAUSE))
                        .jitter(0)
                        .maxBackoff(MAX_PAUSE)
                        .transientErrors(true)
                        .scheduler(process.timer()))
                .ignoreElements()
                .flux()
                // The subscription is shared, so it must not carry the context (and trace) of its first subscriber.
                .contextWrite(firstSubscriber -> Context.empty())
                .publish()
                .refCount();
    }

    /**
     * Forwards announcements for as long as the returned {@code Flux} is subscribed to. It emits nothing and never
     * ends.
     */
    Flux<TransactionId> forward() {
        return forwarding;
    }
}
