package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * What a {@link TransactionJournal} has to do beside if it announces changes. Announcements may need time to begin, as
 * where a database has to be told to listen: each change is repeated until it is heard of.
 */
public abstract class AnnouncingJournalContract extends TransactionJournalContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** For the test of one journal. */
    protected AnnouncingJournalContract() {}

    @Test
    void aReplacedEntryIsAnnounced() {
        assertAnnounced(journal -> journal::replace);
    }

    @Test
    void anEntryThatAnEffectCompletesIsAnnounced() {
        assertAnnounced(journal -> (entry, next) -> journal.complete(entry, Mono.just(next)));
    }

    private void assertAnnounced(
            Function<TransactionJournal, BiFunction<JournalEntry, JournalEntry, Mono<Boolean>>> change) {
        TransactionJournal journal = emptyJournal();
        recorded(journal);

        assertThat(heardOf(journal, change.apply(journal))).isEqualTo(List.of(id()));
    }

    /** Two clients of one journal object, such as a new one that takes the place of an old one. */
    @Test
    void everySubscriberReceivesTheAnnouncement() {
        TransactionJournal journal = emptyJournal();
        recorded(journal);
        Mono<TransactionId> heard = journal.changes().filter(id()::equals).next();

        assertThat(Mono.zip(heard, heard)
                        .takeUntilOther(changing(journal, journal::replace))
                        .block(PATIENCE))
                .isNotNull();
    }

    @Test
    void aSecondSubscriptionReceivesAnnouncementsAgain() {
        TransactionJournal journal = emptyJournal();
        recorded(journal);
        heardOf(journal, journal::replace);

        assertThat(heardOf(journal, journal::replace)).isEqualTo(List.of(id()));
    }

    private static List<TransactionId> heardOf(
            TransactionJournal journal, BiFunction<JournalEntry, JournalEntry, Mono<Boolean>> change) {
        return journal.changes()
                .filter(id()::equals)
                .takeUntilOther(changing(journal, change))
                .take(1)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    /** Goes on until it is cancelled; fails if a change fails. */
    private static Mono<Void> changing(
            TransactionJournal journal, BiFunction<JournalEntry, JournalEntry, Mono<Boolean>> change) {
        return journal.find(id())
                .flatMap(entry -> change.apply(entry, next(entry, TransactionState.QUEUED)))
                .delayElement(PAUSE)
                .repeat()
                .then();
    }

    private static void recorded(TransactionJournal journal) {
        assertThat(journal.record(entry(id().value(), "ada", null)).block(PATIENCE))
                .isTrue();
    }

    private static TransactionId id() {
        return TransactionId.of("order-1");
    }
}
