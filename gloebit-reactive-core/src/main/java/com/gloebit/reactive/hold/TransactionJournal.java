package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where transactions are remembered from the intent to the last word. Every step is one statement of a database, and none
 * needs a lock: {@link #replace} changes an entry only if its version is still the expected one. Implementations do not
 * block, answer within 10 seconds (a step that takes longer has failed), and keep the entries as confidential as user
 * data. {@code TransactionJournalContract}, in the core's test jar, is the test that every implementation has to pass.
 */
public interface TransactionJournal {
    /**
     * A journal in memory with room for 100,000 transactions: for one node, and until it stops. A process that is started
     * again knows no transaction: what was paid before and not delivered stays so. For tests, and for shops that can lose
     * that.
     *
     * @return an empty journal
     */
    static TransactionJournal inMemory() {
        return new InMemoryTransactionJournal();
    }

    /**
     * As {@link #inMemory()}. When it is full, the transaction that was finished first makes room; one that is not finished
     * is never forgotten, so a journal full of those takes no more.
     *
     * @param maxEntries for how many transactions there is room, at least 1
     * @return an empty journal
     */
    static TransactionJournal inMemory(int maxEntries) {
        return new InMemoryTransactionJournal(maxEntries);
    }

    /**
     * Inserts an entry unless there is one of its id: {@code INSERT ... ON CONFLICT DO NOTHING}. Times are whole
     * milliseconds.
     *
     * @param entry what to keep
     * @return true if it was inserted, false if there was one; fails if there is no room, and then nothing is sent. Fails
     *     with {@code TimeoutException} if it may be inserted later, as when a connection breaks; after any other failure,
     *     {@link #find} tells whether it was
     */
    Mono<Boolean> record(JournalEntry entry);

    /**
     * The entry of a transaction.
     *
     * @param id its id
     * @return empty if there is none
     */
    Mono<JournalEntry> find(TransactionId id);

    /**
     * Replaces an entry by its successor: {@code UPDATE ... WHERE id = ? AND version = ?}.
     *
     * @param expected the entry as it was read
     * @param next the same id, the next version
     * @return true if it was replaced, false if its version was another
     */
    Mono<Boolean> replace(JournalEntry expected, JournalEntry next);

    /**
     * Runs an effect and replaces the entry by what comes of it. A journal that shares a database with the effects may do
     * both in one transaction (Reactor's context can carry the connection to the effect) and roll back if the effect
     * fails or the version was another: the effect then counts exactly once. By default they are two steps, and an effect
     * may run again. It has the effect's timeout and 5 seconds.
     *
     * @param expected the entry as it was read
     * @param effect the effect; it gives the next entry
     * @return true if it was replaced, false if its version was another; fails if the effect fails
     */
    default Mono<Boolean> complete(JournalEntry expected, Mono<JournalEntry> effect) {
        return effect.flatMap(next -> replace(expected, next));
    }

    /**
     * The entries whose {@link JournalEntry#dueAt} has come, the oldest first.
     *
     * @param now the time
     * @param atMost how many
     * @return what recovery has to look at
     */
    Flux<JournalEntry> due(Instant now, int atMost);

    /**
     * Announces transactions whose entry was replaced, by whatever node: a database's {@code NOTIFY}, a topic. Whoever
     * waits for a settlement then looks at once. It is a hint: one that is late, doubled or about another transaction does
     * no harm, and what is not announced is found by looking. A client subscribes to it once, for as long as it has
     * somebody who waits, and again if it fails or ends, after a pause of 1 second to 1 minute.
     *
     * @return ids of transactions, from the subscription on; by default it never emits
     */
    default Flux<TransactionId> changes() {
        return Flux.never();
    }
}
