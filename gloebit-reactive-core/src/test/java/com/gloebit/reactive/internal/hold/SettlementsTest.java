package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.FaultyJournal;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What another node was told of: it is found by looking, or announced. Time is virtual. */
class SettlementsTest {
    private static final TransactionId ID = TransactionId.of("order-1");
    private static final Duration POLL = Duration.ofSeconds(5);

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final TransactionJournal store = TransactionJournal.inMemory(10);
    private final FaultyJournal journal = new FaultyJournal(store);
    private final SettlementNotifier waiters = new SettlementNotifier();

    /** When the journal was looked at, in milliseconds. */
    private final List<Long> looks = new ArrayList<>();

    @BeforeEach
    void buy() {
        journal.record(new JournalEntry(
                        Given.torches(ID), "ada", Given.NOW, TransactionState.QUEUED, null, 0, null, null, null, 0))
                .block(Given.PATIENCE);
        journal.onFind = find -> Mono.defer(() -> {
            looks.add(timer.now(TimeUnit.MILLISECONDS));
            return find;
        });
    }

    @AfterEach
    void dispose() {
        timer.dispose();
    }

    @Test
    void looksIntoTheJournalBecomeRarer() {
        Disposable waiting = settlements(POLL).await(ID).subscribe();
        pass(Duration.ofSeconds(20));

        assertThat(looks).containsExactly(0L, 100L, 300L, 700L, 1500L, 3100L, 6300L, 11300L, 16300L);
        waiting.dispose();
        pass(Duration.ofSeconds(20));
        assertThat(looks).hasSize(9);
    }

    @Test
    void looksAreNeverRarerThanTheGivenPause() {
        Disposable waiting = settlements(Duration.ofMillis(40)).await(ID).subscribe();
        pass(Duration.ofMillis(130));

        assertThat(looks).containsExactly(0L, 40L, 80L, 120L);
        waiting.dispose();
    }

    @Test
    void aSettlementOfAnotherNodeIsFoundWithinTwiceItsDuration() {
        StepVerifier.create(settlements(POLL).await(ID))
                .then(() -> pass(Duration.ofMillis(400)))
                .then(this::settledByAnotherNode)
                .expectNoEvent(Duration.ZERO)
                .then(() -> pass(Duration.ofMillis(300)))
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    /** However slow the journal is: what comes due meanwhile is one look, not many. */
    @Test
    void aSlowLookIsNotFollowedByABurst() {
        Sinks.Empty<Void> slow = Sinks.empty();
        Supplier<Mono<Void>> before = slow::asMono;
        journal.onFind = find -> Mono.defer(() -> {
            looks.add(timer.now(TimeUnit.MILLISECONDS));
            return before.get().then(find);
        });
        Disposable waiting = settlements(Duration.ofMillis(10)).await(ID).subscribe();
        pass(Duration.ofSeconds(5));
        assertThat(looks).hasSize(1);

        slow.tryEmitEmpty();
        assertThat(looks).hasSizeLessThanOrEqualTo(3);
        waiting.dispose();
    }

    @Test
    void anAnnouncedSettlementIsFoundAtOnce() {
        TestPublisher<TransactionId> changes = TestPublisher.create();
        journal.changes = changes::flux;

        StepVerifier.create(settlements(POLL).await(ID))
                .then(() -> changes.next(ID))
                .then(this::settledByAnotherNode)
                .then(() -> changes.next(TransactionId.of("order-2")))
                .expectNoEvent(Duration.ZERO)
                .then(() -> changes.next(ID))
                .expectComplete()
                .verify(Given.PATIENCE);
        assertThat(looks).containsExactly(0L, 0L, 0L);
    }

    @Test
    void allWaitsShareOneSubscriptionToTheAnnouncements() {
        TestPublisher<TransactionId> changes = TestPublisher.create();
        List<Long> subscriptions = new ArrayList<>();
        journal.changes = () -> changes.flux().doOnSubscribe(unused -> subscriptions.add(1L));
        Settlements settlements = settlements(POLL);
        changes.assertNoSubscribers();

        Disposable first = settlements.await(ID).subscribe();
        Disposable second = settlements.await(ID).subscribe();
        assertThat(subscriptions).hasSize(1);
        first.dispose();
        changes.assertSubscribers(1);
        second.dispose();
        changes.assertNoSubscribers();

        StepVerifier.create(settlements.await(ID))
                .then(this::settledByAnotherNode)
                .then(() -> changes.next(ID))
                .expectComplete()
                .verify(Given.PATIENCE);
        assertThat(subscriptions).hasSize(2);
        changes.assertNoSubscribers();
    }

    @Test
    void looksContinueIfAnnouncementsFail() {
        List<Long> subscriptions = subscriptionsTo(() -> Flux.error(new IllegalStateException("no connection")));

        StepVerifier.create(settlements(POLL).await(ID))
                .then(() -> pass(Duration.ofMillis(400)))
                .then(this::settledByAnotherNode)
                .then(() -> pass(Duration.ofMillis(300)))
                .expectComplete()
                .verify(Given.PATIENCE);
        assertThat(subscriptions).hasSize(1);
    }

    @Test
    void announcementsAreSubscribedToAgainAfterAnyFailure() {
        List<Supplier<Flux<TransactionId>>> ends =
                List.of(() -> Flux.error(new IllegalStateException("no connection")), Flux::empty, () -> {
                    throw new IllegalStateException("not even a Flux");
                });
        TestPublisher<TransactionId> changes = TestPublisher.create();
        List<Long> subscriptions = new ArrayList<>();
        journal.changes = () -> {
            subscriptions.add(timer.now(TimeUnit.MILLISECONDS));
            return subscriptions.size() > ends.size()
                    ? changes.flux()
                    : ends.get(subscriptions.size() - 1).get();
        };

        StepVerifier.create(settlements(Duration.ofDays(1)).await(ID))
                .then(() -> pass(Duration.ofMinutes(1)))
                .then(this::settledByAnotherNode)
                .then(() -> changes.next(ID))
                .expectComplete()
                .verify(Given.PATIENCE);
        assertThat(subscriptions).hasSize(4);
    }

    @Test
    void failingAnnouncementsAreSubscribedToEverMoreRarely() {
        List<Long> subscriptions = subscriptionsTo(() -> Flux.error(new IllegalStateException("no connection")));
        Disposable waiting = settlements(POLL).await(ID).subscribe();
        pass(Duration.ofHours(1));
        waiting.dispose();

        for (int i = 1; i < subscriptions.size(); i++) {
            assertThat(pause(subscriptions, i)).isBetween(500L, 60_000L);
        }
        assertThat(pause(subscriptions, subscriptions.size() - 1)).isGreaterThanOrEqualTo(30_000L);
    }

    /** A connection that held for a day and broke is not a long row of failures. */
    @Test
    void anAnnouncementResetsTheBackoffOfItsSubscription() {
        List<Long> subscriptions = subscriptionsTo(
                () -> Flux.just(ID).concatWith(Mono.error(new IllegalStateException("the connection broke"))));
        Disposable waiting = settlements(POLL).await(ID).subscribe();
        pass(Duration.ofMinutes(1));
        waiting.dispose();

        assertThat(subscriptions).hasSizeGreaterThan(20);
    }

    @Test
    void theSharedSubscriptionHasNoCallersContext() {
        List<Boolean> empty = new ArrayList<>();
        journal.changes = () -> Flux.deferContextual(context -> {
            empty.add(context.isEmpty());
            return Flux.never();
        });

        Disposable waiting = settlements(POLL)
                .await(ID)
                .contextWrite(context -> context.put("user", "ada"))
                .subscribe();
        waiting.dispose();

        assertThat(empty).containsExactly(true);
    }

    private List<Long> subscriptionsTo(Supplier<Flux<TransactionId>> changes) {
        List<Long> subscriptions = new ArrayList<>();
        journal.changes = () -> {
            subscriptions.add(timer.now(TimeUnit.MILLISECONDS));
            return changes.get();
        };
        return subscriptions;
    }

    private static long pause(List<Long> times, int index) {
        return times.get(index) - times.get(index - 1);
    }

    private Settlements settlements(Duration poll) {
        return new Settlements(new Journal(journal, Given.process(timer)), waiters, poll, Given.process(timer));
    }

    private void settledByAnotherNode() {
        JournalEntry entry = Objects.requireNonNull(store.find(ID).block(Given.PATIENCE));
        JournalEntry settled = new JournalEntry(
                entry.purchase(),
                entry.user(),
                entry.recorded(),
                TransactionState.CONSUMED,
                null,
                0,
                null,
                null,
                null,
                entry.version() + 1);
        assertThat(store.replace(entry, settled).block(Given.PATIENCE)).isTrue();
    }

    private void pass(Duration duration) {
        timer.advanceTimeBy(duration);
    }
}
