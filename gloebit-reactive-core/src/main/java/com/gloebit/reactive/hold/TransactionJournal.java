package com.gloebit.reactive.hold;

import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The record of transactions, from the intent to buy to the settlement. The four methods without a default are one
 * database statement each and need no lock: {@link #replace} changes an entry only if its version is still the expected
 * one.
 *
 * <p>An implementation must not block, must answer within 10 seconds (a slower step has failed), and must keep entries
 * as confidential as user data. It must pass {@code TransactionJournalContract} from the core's test jar.
 */
public interface TransactionJournal {
    /**
     * Creates a journal in memory for up to 100,000 transactions, for one node. It is lost when the process ends: goods
     * that were paid before a restart and not delivered stay undelivered. Intended for tests, and for shops that accept
     * that loss.
     *
     * @return an empty journal
     */
    static TransactionJournal inMemory() {
        return new InMemoryTransactionJournal();
    }

    /**
     * Creates a journal in memory like {@link #inMemory()}, of another size. When it is full, the transaction that
     * finished first is removed. Unfinished transactions are never removed, so a journal that is full of them rejects
     * new entries.
     *
     * @param maxEntries the largest number of transactions, at least 1
     * @return an empty journal
     */
    static TransactionJournal inMemory(int maxEntries) {
        return new InMemoryTransactionJournal(maxEntries);
    }

    /**
     * Inserts an entry unless one with its id exists: {@code INSERT ... ON CONFLICT DO NOTHING}. Times are whole
     * milliseconds.
     *
     * <table>
     * <caption>How an insert ends</caption>
     * <tr><th>Situation</th><th>Result</th></tr>
     * <tr><td>inserted</td><td>true</td></tr>
     * <tr><td>an entry with this id exists</td><td>false</td></tr>
     * <tr><td>no space is left</td><td>any failure; the purchase is then not sent</td></tr>
     * <tr><td>the insert may still take effect later, as when a connection breaks</td><td>{@code
     *     TimeoutException}</td></tr>
     * <tr><td>any other failure</td><td>any failure but {@code TimeoutException}; {@link #find} then shows whether the
     *     entry was inserted</td></tr>
     * </table>
     *
     * @param entry the entry to insert
     * @return true if the entry was inserted
     */
    Mono<Boolean> record(JournalEntry entry);

    /**
     * Finds the entry of a transaction.
     *
     * @param id the transaction's id
     * @return empty if there is none
     */
    Mono<JournalEntry> find(TransactionId id);

    /**
     * Replaces an entry by its successor: {@code UPDATE ... WHERE id = ? AND version = ?}.
     *
     * @param expected the entry as it was read
     * @param next the successor, with the same id and the next version
     * @return true if the entry was replaced; false if its version was not the expected one
     */
    Mono<Boolean> replace(JournalEntry expected, JournalEntry next);

    /**
     * Runs an effect and replaces the entry by its result. By default these are two steps, and an effect may run again.
     * The client allows this method the effect's timeout plus 5 seconds.
     *
     * <p>A journal that shares a database with the effects may do both in one database transaction, and roll back if
     * the effect fails or the version was not the expected one. The effect then counts exactly once. Reactor's context
     * can carry the connection to the effect.
     *
     * @param expected the entry as it was read
     * @param effect the effect, which emits the next entry
     * @return true if the entry was replaced; false if its version was not the expected one; fails if the effect fails
     */
    default Mono<Boolean> complete(JournalEntry expected, Mono<JournalEntry> effect) {
        return effect.flatMap(next -> replace(expected, next));
    }

    /**
     * Finds the entries whose {@link JournalEntry#dueAt} is not after a given time, the oldest first.
     *
     * @param now the time
     * @param atMost the largest number of entries
     * @return the entries that recovery has to process
     */
    Flux<JournalEntry> due(Instant now, int atMost);

    /**
     * Announces transactions whose entry was replaced by any node, for example by a database's {@code NOTIFY} or a
     * topic. A wait for a settlement then reads the journal at once. An announcement is only a hint: a late, repeated
     * or unrelated one does no harm, and polling finds changes that are not announced.
     *
     * <p>A client subscribes once, for as long as a settlement is awaited. If the announcements fail or complete, it
     * subscribes again after a pause of 1 second to 1 minute.
     *
     * @return ids of transactions, from the subscription on; by default it never emits
     */
    default Flux<TransactionId> changes() {
        return Flux.never();
    }
}
