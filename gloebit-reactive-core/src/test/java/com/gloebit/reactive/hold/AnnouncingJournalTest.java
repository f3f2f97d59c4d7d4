package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The contract can be kept: a journal in memory that announces. */
class AnnouncingJournalTest extends AnnouncingJournalContract {
    @Override
    protected TransactionJournal emptyJournal() {
        return new AnnouncingJournal();
    }

    private static final class AnnouncingJournal implements TransactionJournal {
        private final TransactionJournal store = TransactionJournal.inMemory(100);
        private final Sinks.Many<TransactionId> changes =
                Sinks.many().multicast().directBestEffort();

        @Override
        public Mono<Boolean> record(JournalEntry entry) {
            return store.record(entry);
        }

        @Override
        public Mono<JournalEntry> find(TransactionId id) {
            return store.find(id);
        }

        @Override
        public Mono<Boolean> replace(JournalEntry expected, JournalEntry next) {
            return store.replace(expected, next).doOnNext(replaced -> {
                if (replaced) {
                    changes.tryEmitNext(next.id());
                }
            });
        }

        @Override
        public Flux<JournalEntry> due(Instant now, int atMost) {
            return store.due(now, atMost);
        }

        @Override
        public Flux<TransactionId> changes() {
            return changes.asFlux();
        }
    }
}
