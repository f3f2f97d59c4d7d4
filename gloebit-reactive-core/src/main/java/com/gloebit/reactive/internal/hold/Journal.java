package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Enforces the contract of the application's {@link TransactionJournal}: every step answers within a time limit, and
 * fails only through its {@code Mono}.
 */
final class Journal {
    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_CAS_RETRIES = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

    private final TransactionJournal entries;
    private final Scheduler timer;
    private final ProcessResources process;

    Journal(TransactionJournal entries, ProcessResources process) {
        this.entries = entries;
        this.timer = process.timer();
        this.process = process;
    }

    Mono<Boolean> record(JournalEntry entry) {
        return Mono.defer(() -> entries.record(entry)).single().timeout(STEP_TIMEOUT, timer);
    }

    Mono<JournalEntry> find(TransactionId id) {
        return Mono.defer(() -> entries.find(id)).timeout(STEP_TIMEOUT, timer);
    }

    Mono<Boolean> replace(JournalEntry entry, JournalEntry next) {
        return Mono.defer(() -> entries.replace(entry, next)).single().timeout(STEP_TIMEOUT, timer);
    }

    Mono<Boolean> complete(JournalEntry entry, Mono<JournalEntry> effect, Duration maxTime) {
        return Mono.defer(() -> entries.complete(entry, effect)).single().timeout(maxTime, timer);
    }

    Flux<JournalEntry> due(Instant now, int atMost) {
        return Flux.defer(() -> entries.due(now, atMost))
                .take(atMost)
                .collectList()
                .timeout(STEP_TIMEOUT, timer)
                .flatMapIterable(due -> due);
    }

    Flux<TransactionId> changes() {
        return Flux.defer(entries::changes);
    }

    /**
     * Reads the entry, applies the change and writes it by compare-and-set; repeats if another writer was faster. Emits
     * the entry as it is afterwards, changed or not. Returns empty if there is no entry.
     *
     * @param change returns null to leave the entry as it is
     */
    Mono<JournalEntry> update(TransactionId id, Function<JournalEntry, @Nullable JournalEntry> change) {
        return find(id).flatMap(entry -> {
                    JournalEntry next = change.apply(entry);
                    return next == null ? Mono.just(entry) : replaceOrFail(entry, next);
                })
                .retryWhen(Retry.max(MAX_CAS_RETRIES).filter(LostRace.class::isInstance));
    }

    /**
     * Does the same as {@link #update}, for a change that would be lost if it were not written. Repeats for about a
     * minute while the journal fails.
     */
    Mono<JournalEntry> insist(TransactionId id, Function<JournalEntry, @Nullable JournalEntry> change) {
        return Mono.defer(() -> update(id, change)
                .retryWhen(Retry.backoff(12, process.jitter(FIRST_PAUSE))
                        .jitter(0)
                        .maxBackoff(MAX_PAUSE)
                        .scheduler(timer)));
    }

    private Mono<JournalEntry> replaceOrFail(JournalEntry entry, JournalEntry next) {
        return replace(entry, next).flatMap(replaced -> replaced ? Mono.just(next) : Mono.error(LostRace::new));
    }

    private static final class LostRace extends RuntimeException {
        LostRace() {
            super("another was faster", null, false, false);
        }
    }
}
