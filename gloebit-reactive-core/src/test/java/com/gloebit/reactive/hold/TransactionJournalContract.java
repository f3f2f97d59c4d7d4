package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every {@link TransactionJournal} has to do. Extend it, and hand out an empty journal for each test. */
public abstract class TransactionJournalContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final int MANY = 50;

    /** For the test of one journal. */
    protected TransactionJournalContract() {}

    /**
     * The journal under test.
     *
     * @return one that holds nothing yet, with room for 100 transactions
     */
    protected abstract TransactionJournal emptyJournal();

    @Test
    void findingAnUnknownIdIsEmpty() {
        assertThat(emptyJournal().find(TransactionId.of("order-1")).blockOptional(PATIENCE))
                .isEmpty();
    }

    @Test
    void everyPartOfAnInsertedEntryIsFound() {
        TransactionJournal journal = emptyJournal();
        JournalEntry full = new JournalEntry(
                purchase("order-1", "{\"a\":1}"),
                "ada",
                NOW,
                TransactionState.CONSUMED,
                HoldStep.CONSUME,
                3,
                NOW.plusMillis(1),
                NOW.plusMillis(2),
                HoldStep.CANCEL,
                7);
        JournalEntry bare = entry("order-2", null, null);

        assertThat(await(journal.record(full))).isTrue();
        assertThat(await(journal.record(bare))).isTrue();

        assertThat(await(journal.find(full.id()))).isEqualTo(full);
        assertThat(await(journal.find(bare.id()))).isEqualTo(bare);
    }

    @Test
    void aSecondInsertOfAnIdKeepsTheFirstEntry() {
        TransactionJournal journal = emptyJournal();
        JournalEntry first = entry("order-1", "ada", null);
        await(journal.record(first));
        JournalEntry other = new JournalEntry(
                purchase("order-1", "{\"other\":1}"),
                "bob",
                NOW,
                TransactionState.SUBMITTED,
                null,
                0,
                null,
                null,
                null,
                0);

        assertThat(await(journal.record(other))).isFalse();
        assertThat(await(journal.find(first.id()))).isEqualTo(first);
    }

    @Test
    void oneOfManyConcurrentInsertsSucceeds() {
        TransactionJournal journal = emptyJournal();
        JournalEntry first = entry("order-1", "ada", null);

        Long recorded = await(Flux.range(0, MANY)
                .flatMap(i -> Mono.defer(() -> journal.record(first)).subscribeOn(Schedulers.parallel()))
                .filter(done -> done)
                .count());

        assertThat(recorded).isEqualTo(1);
    }

    @Test
    void onlyAnEntryOfTheExpectedVersionIsReplaced() {
        TransactionJournal journal = emptyJournal();
        JournalEntry first = entry("order-1", "ada", null);
        JournalEntry second = next(first, TransactionState.QUEUED);
        await(journal.record(first));

        assertThat(await(journal.replace(first, second))).isTrue();
        assertThat(await(journal.replace(first, next(first, TransactionState.REJECTED))))
                .isFalse();
        assertThat(await(journal.find(first.id()))).isEqualTo(second);
    }

    @Test
    void anUnknownEntryIsNotReplaced() {
        JournalEntry first = entry("order-1", "ada", null);

        assertThat(await(emptyJournal().replace(first, next(first, TransactionState.QUEUED))))
                .isFalse();
    }

    @Test
    void oneOfManyConcurrentReplacementsSucceeds() {
        TransactionJournal journal = emptyJournal();
        JournalEntry first = entry("order-1", "ada", null);
        await(journal.record(first));

        Long replaced = await(Flux.range(0, MANY)
                .flatMap(i -> Mono.defer(() -> journal.replace(first, next(first, TransactionState.QUEUED)))
                        .subscribeOn(Schedulers.parallel()))
                .filter(done -> done)
                .count());

        assertThat(replaced).isEqualTo(1);
    }

    @Test
    void anEntryIsReplacedByTheResultOfTheEffect() {
        TransactionJournal journal = emptyJournal();
        JournalEntry first = entry("order-1", "ada", null);
        JournalEntry second = next(first, TransactionState.ENACTED);
        await(journal.record(first));

        assertThat(await(journal.complete(first, Mono.just(second)))).isTrue();
        assertThat(await(journal.complete(first, Mono.just(next(first, TransactionState.REJECTED)))))
                .isFalse();
        assertThat(await(journal.find(first.id()))).isEqualTo(second);
    }

    @Test
    void anEntryWhoseEffectFailedIsKept() {
        TransactionJournal journal = emptyJournal();
        JournalEntry first = entry("order-1", "ada", null);
        await(journal.record(first));

        assertThat(await(journal.complete(first, Mono.error(new IllegalStateException("no delivery")))
                        .onErrorReturn(false)))
                .isFalse();
        assertThat(await(journal.find(first.id()))).isEqualTo(first);
    }

    @Test
    void dueEntriesComeOldestFirst() {
        TransactionJournal journal = emptyJournal();
        await(journal.record(entry("later", "ada", NOW.plusSeconds(1))));
        await(journal.record(entry("second", "ada", NOW)));
        await(journal.record(entry("first", "ada", NOW.minusSeconds(1))));
        await(journal.record(entry("never", "ada", null)));

        assertThat(await(journal.due(NOW, 10).map(JournalEntry::id).collectList()))
                .containsExactly(TransactionId.of("first"), TransactionId.of("second"));
    }

    @Test
    void allEntriesDueAtTheSameMomentAreFound() {
        TransactionJournal journal = emptyJournal();
        await(journal.record(entry("order-1", "ada", NOW)));
        await(journal.record(entry("order-2", "ada", NOW)));

        assertThat(await(journal.due(NOW, 10).map(JournalEntry::id).collectList()))
                .containsExactlyInAnyOrder(TransactionId.of("order-1"), TransactionId.of("order-2"));
    }

    @Test
    void noMoreDueEntriesComeThanRequested() {
        TransactionJournal journal = emptyJournal();
        Flux.range(0, MANY)
                .map(i -> (i * 17) % MANY)
                .concatMap(i -> journal.record(entry("order-" + i, "ada", NOW.minusSeconds(i))))
                .blockLast(PATIENCE);

        assertThat(await(journal.due(NOW, 3).map(JournalEntry::id).collectList()))
                .containsExactly(
                        TransactionId.of("order-49"), TransactionId.of("order-48"), TransactionId.of("order-47"));
    }

    @Test
    void anEntryIsDueAtTheTimeOfItsLastReplacement() {
        TransactionJournal journal = emptyJournal();
        JournalEntry due = entry("order-1", "ada", NOW);
        JournalEntry later = due(due, NOW.plusSeconds(2));
        await(journal.record(due));
        await(journal.record(entry("order-2", "ada", NOW.plusSeconds(1))));

        await(journal.replace(due, later));
        assertThat(await(journal.due(NOW, 10).collectList())).isEmpty();
        assertThat(await(journal.due(NOW.plusSeconds(2), 10)
                        .map(JournalEntry::id)
                        .collectList()))
                .containsExactly(TransactionId.of("order-2"), later.id());

        await(journal.replace(later, due(later, null)));
        assertThat(await(journal.due(NOW.plusSeconds(2), 10)
                        .map(JournalEntry::id)
                        .collectList()))
                .containsExactly(TransactionId.of("order-2"));
    }

    @Test
    void theJournalDoesNothingBeforeSubscription() {
        TransactionJournal journal = emptyJournal();
        JournalEntry first = entry("order-1", "ada", NOW);
        Mono<Boolean> recorded = journal.record(first);

        assertThat(journal.find(first.id()).blockOptional(PATIENCE)).isEmpty();
        assertThat(await(recorded)).isTrue();
    }

    /**
     * An entry to begin with.
     *
     * @param id its id
     * @param user its user, or null
     * @param dueAt when recovery looks at it, or null
     * @return the entry
     */
    protected static JournalEntry entry(String id, @Nullable String user, @Nullable Instant dueAt) {
        return new JournalEntry(
                purchase(id, "{}"), user, NOW, TransactionState.SUBMITTED, null, 0, null, dueAt, null, 0);
    }

    /**
     * Its successor.
     *
     * @param entry the entry
     * @param state its new state
     * @return the next version, of which nothing is due
     */
    protected static JournalEntry next(JournalEntry entry, TransactionState state) {
        return new JournalEntry(
                entry.purchase(),
                entry.user(),
                entry.recorded(),
                state,
                null,
                0,
                null,
                null,
                null,
                entry.version() + 1);
    }

    private static JournalEntry due(JournalEntry entry, @Nullable Instant dueAt) {
        return new JournalEntry(
                entry.purchase(),
                entry.user(),
                entry.recorded(),
                entry.state(),
                entry.due(),
                entry.failures(),
                entry.busyUntil(),
                dueAt,
                entry.contradiction(),
                entry.version() + 1);
    }

    private static PendingPurchase purchase(String id, String body) {
        return PendingPurchase.of(
                TransactionId.of(id),
                PurchaseKind.ITEM,
                TransactVersion.V1,
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }
}
