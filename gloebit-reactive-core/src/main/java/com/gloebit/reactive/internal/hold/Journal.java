package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Read, decide, compare and set: until nobody was faster. */
final class Journal {
    private static final int MOST_RACES = 100;

    private final TransactionJournal entries;

    Journal(TransactionJournal entries) {
        this.entries = entries;
    }

    TransactionJournal entries() {
        return entries;
    }

    /**
     * The entry as it is afterwards, changed or not; empty if there is none.
     *
     * @param change gives null to leave the entry as it is
     */
    Mono<JournalEntry> update(TransactionId id, Function<JournalEntry, @Nullable JournalEntry> change) {
        return Mono.defer(() -> entries.find(id))
                .flatMap(entry -> {
                    JournalEntry next = change.apply(entry);
                    return next == null ? Mono.just(entry) : replace(entry, next);
                })
                .retryWhen(Retry.max(MOST_RACES).filter(LostRace.class::isInstance));
    }

    private Mono<JournalEntry> replace(JournalEntry entry, JournalEntry next) {
        return entries.replace(entry, next).flatMap(replaced -> replaced ? Mono.just(next) : Mono.error(LostRace::new));
    }

    private static final class LostRace extends RuntimeException {
        LostRace() {
            super("another was faster", null, false, false);
        }
    }
}
