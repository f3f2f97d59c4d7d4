package com.gloebit.reactive.hold;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A journal in memory, for one node, lost when the process ends. When it is full, the transaction that finished first
 * is removed. Unfinished transactions are never removed, so a journal that is full of them rejects new entries.
 */
final class InMemoryTransactionJournal implements TransactionJournal {
    private static final int DEFAULT_SIZE = 100_000;

    private final int maxEntries;
    private final Map<TransactionId, JournalEntry> entries = new HashMap<>();
    private final NavigableSet<JournalEntry> due =
            new TreeSet<>(Comparator.comparing((JournalEntry entry) -> Objects.requireNonNull(entry.dueAt()))
                    .thenComparing(entry -> entry.id().value()));
    private final Set<TransactionId> finished = new LinkedHashSet<>();

    /** Creates a journal for up to 100,000 transactions. */
    InMemoryTransactionJournal() {
        this(DEFAULT_SIZE);
    }

    /**
     * Creates an empty journal.
     *
     * @param maxEntries the largest number of transactions
     */
    InMemoryTransactionJournal(int maxEntries) {
        this.maxEntries = Arguments.atLeastOne("maxEntries", maxEntries);
    }

    @Override
    public Mono<Boolean> record(JournalEntry entry) {
        return Mono.fromSupplier(() -> insert(entry));
    }

    @Override
    public Mono<JournalEntry> find(TransactionId id) {
        return Mono.fromSupplier(() -> {
            synchronized (entries) {
                return entries.get(id);
            }
        });
    }

    @Override
    public Mono<Boolean> replace(JournalEntry expected, JournalEntry next) {
        return Mono.fromSupplier(() -> swap(expected, next));
    }

    @Override
    public Flux<JournalEntry> due(Instant now, int atMost) {
        return Flux.defer(() -> Flux.fromIterable(dueNow(now, atMost)));
    }

    private boolean insert(JournalEntry entry) {
        synchronized (entries) {
            if (entries.containsKey(entry.id())) {
                return false;
            }
            if (entries.size() >= maxEntries && !forgetOne()) {
                throw new IllegalStateException("the journal is full: " + maxEntries + " transactions are unfinished");
            }
            keep(null, entry);
            return true;
        }
    }

    /** All changes pass through here, so that the indexes stay consistent. */
    private void keep(@Nullable JournalEntry before, JournalEntry entry) {
        entries.put(entry.id(), entry);
        if (before != null && before.dueAt() != null) {
            due.remove(before);
        }
        if (entry.dueAt() != null) {
            due.add(entry);
        }
        if (!entry.isFinished()) {
            finished.remove(entry.id());
        } else if (before == null || !before.isFinished()) {
            finished.add(entry.id());
        }
    }

    private boolean forgetOne() {
        Iterator<TransactionId> oldestFirst = finished.iterator();
        if (!oldestFirst.hasNext()) {
            return false;
        }
        JournalEntry oldest = entries.remove(oldestFirst.next());
        oldestFirst.remove();
        if (oldest != null && oldest.dueAt() != null) {
            due.remove(oldest);
        }
        return true;
    }

    private boolean swap(JournalEntry expected, JournalEntry next) {
        synchronized (entries) {
            JournalEntry present = entries.get(expected.id());
            if (present == null || present.version() != expected.version()) {
                return false;
            }
            keep(present, next);
            return true;
        }
    }

    private List<JournalEntry> dueNow(Instant now, int atMost) {
        synchronized (entries) {
            return due.stream()
                    .takeWhile(entry -> !Objects.requireNonNull(entry.dueAt()).isAfter(now))
                    .limit(atMost)
                    .toList();
        }
    }

    /** Contains no transaction. */
    @Override
    public String toString() {
        synchronized (entries) {
            return "InMemoryTransactionJournal[" + entries.size() + " of " + maxEntries + "]";
        }
    }
}
