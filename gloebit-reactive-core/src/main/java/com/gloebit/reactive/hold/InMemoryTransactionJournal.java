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
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Remembers transactions in memory: for one node, and until it stops. When it is full, the transaction that was finished
 * first makes room; one that is not finished is never forgotten, so a journal full of those takes no more.
 */
public final class InMemoryTransactionJournal implements TransactionJournal {
    private static final int DEFAULT_SIZE = 100_000;

    private final int maxEntries;
    private final Map<TransactionId, JournalEntry> entries = new HashMap<>();
    private final Set<TransactionId> finished = new LinkedHashSet<>();

    /** Room for 100,000 transactions. */
    public InMemoryTransactionJournal() {
        this(DEFAULT_SIZE);
    }

    /**
     * An empty journal.
     *
     * @param maxEntries how many transactions it remembers
     */
    public InMemoryTransactionJournal(int maxEntries) {
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
            entries.put(entry.id(), entry);
            return true;
        }
    }

    private boolean forgetOne() {
        Iterator<TransactionId> oldestFirst = finished.iterator();
        if (!oldestFirst.hasNext()) {
            return false;
        }
        entries.remove(oldestFirst.next());
        oldestFirst.remove();
        return true;
    }

    private boolean swap(JournalEntry expected, JournalEntry next) {
        synchronized (entries) {
            JournalEntry present = entries.get(expected.id());
            if (present == null || present.version() != expected.version()) {
                return false;
            }
            entries.put(next.id(), next);
            if (!next.isFinished()) {
                finished.remove(next.id());
            } else if (!present.isFinished()) {
                finished.add(next.id());
            }
            return true;
        }
    }

    private List<JournalEntry> dueNow(Instant now, int atMost) {
        synchronized (entries) {
            return entries.values().stream()
                    .filter(entry -> entry.dueAt() != null && !entry.dueAt().isAfter(now))
                    .sorted(Comparator.comparing(entry -> Objects.requireNonNull(entry.dueAt())))
                    .limit(atMost)
                    .toList();
        }
    }

    /** Shows no transaction. */
    @Override
    public String toString() {
        synchronized (entries) {
            return "InMemoryTransactionJournal[" + entries.size() + " of " + maxEntries + "]";
        }
    }
}
