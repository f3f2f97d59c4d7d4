package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class InMemoryTransactionJournalTest extends TransactionJournalContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    protected TransactionJournal emptyJournal() {
        return TransactionJournal.inMemory(100);
    }

    @Test
    void aJournalFullOfUnfinishedEntriesRefusesANewOne() {
        TransactionJournal journal = TransactionJournal.inMemory(1);
        journal.record(entry("order-1", "ada", null)).block(PATIENCE);

        StepVerifier.create(journal.record(entry("order-2", "ada", null)))
                .expectErrorMessage("the journal is full: 1 transactions are unfinished")
                .verify(PATIENCE);
        assertThat(journal.find(TransactionId.of("order-1")).block(PATIENCE)).isNotNull();
    }

    @Test
    void theEntryFinishedFirstIsEvictedFirst() {
        TransactionJournal journal = TransactionJournal.inMemory(3);
        for (String id : new String[] {"first", "second", "open"}) {
            journal.record(entry(id, "ada", null)).block(PATIENCE);
        }
        finish(journal, "second");
        finish(journal, "first");

        journal.record(entry("new", "ada", null)).block(PATIENCE);

        assertThat(journal.find(TransactionId.of("second")).blockOptional(PATIENCE))
                .isEmpty();
        assertThat(journal.find(TransactionId.of("first")).blockOptional(PATIENCE))
                .isPresent();
        assertThat(journal.find(TransactionId.of("open")).blockOptional(PATIENCE))
                .isPresent();
    }

    /** Rejected, and then sent again: it is not finished any more. */
    @Test
    void anEntryThatIsUnfinishedAgainIsNotEvicted() {
        TransactionJournal journal = TransactionJournal.inMemory(1);
        JournalEntry first = entry("order-1", "ada", null);
        JournalEntry rejected = next(first, TransactionState.REJECTED);
        journal.record(first).block(PATIENCE);
        journal.replace(first, rejected).block(PATIENCE);
        journal.replace(rejected, next(rejected, TransactionState.SUBMITTED)).block(PATIENCE);

        StepVerifier.create(journal.record(entry("order-2", "ada", null)))
                .expectError(IllegalStateException.class)
                .verify(PATIENCE);
    }

    @Test
    void anEntryInsertedAsFinishedIsEvicted() {
        TransactionJournal journal = TransactionJournal.inMemory(1);
        JournalEntry finished = next(entry("order-1", "ada", null), TransactionState.CANCELLED);
        journal.record(finished).block(PATIENCE);

        assertThat(journal.record(entry("order-2", "ada", null)).block(PATIENCE))
                .isTrue();
    }

    @Test
    void theJournalNeverExceedsItsCapacity() {
        TransactionJournal journal = TransactionJournal.inMemory(2);
        for (int i = 0; i < 5; i++) {
            journal.record(next(entry("order-" + i, "ada", null), TransactionState.CANCELLED))
                    .block(PATIENCE);
        }

        assertThat(journal).hasToString("InMemoryTransactionJournal[2 of 2]");
        assertThat(journal.find(TransactionId.of("order-3")).blockOptional(PATIENCE))
                .isPresent();
    }

    /** Its effect would meet another of the same id that is bought anew. */
    @Test
    void aVetoedEntryWithARunningEffectIsNotEvicted() {
        TransactionJournal journal = TransactionJournal.inMemory(1);
        Instant now = Instant.ofEpochSecond(1_700_000_000);
        JournalEntry entry = entry("order-1", "ada", null);
        journal.record(new JournalEntry(
                        entry.purchase(), "ada", now, TransactionState.ABANDONED, null, 0, now, now, null, 0))
                .block(PATIENCE);

        StepVerifier.create(journal.record(entry("order-2", "ada", null)))
                .expectError(IllegalStateException.class)
                .verify(PATIENCE);
    }

    /** What is forgotten is not due any more, whatever it said. */
    @Test
    void anEvictedEntryIsNoLongerDue() {
        TransactionJournal journal = TransactionJournal.inMemory(1);
        Instant now = Instant.ofEpochSecond(1_700_000_000);
        JournalEntry entry = entry("order-1", "ada", now);
        journal.record(new JournalEntry(
                        entry.purchase(), "ada", now, TransactionState.CANCELLED, null, 0, null, now, null, 0))
                .block(PATIENCE);
        journal.record(entry("order-2", "ada", null)).block(PATIENCE);

        assertThat(journal.due(now, 10).collectList().block(PATIENCE)).isEmpty();
    }

    private static void finish(TransactionJournal journal, String id) {
        JournalEntry first = entry(id, "ada", null);
        assertThat(journal.replace(first, next(first, TransactionState.CANCELLED))
                        .block(PATIENCE))
                .isTrue();
    }
}
