package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.FaultyJournal;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.internal.meter.HoldMeters;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A journal that never answers holds nobody up for ever, and nobody who waits is left behind. */
class HangingJournalTest {
    private static final TransactionId ID = TransactionId.of("order-1");
    private static final PendingPurchase PURCHASE = Given.torches(ID);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final FaultyJournal journal = new FaultyJournal(TransactionJournal.inMemory(10));
    private final HoldService room = new HoldService(
            HoldSettings.of(URI.create("https://app.example/holds"), journal, new HoldHandler() {
                @Override
                public Mono<Void> consume(HeldTransaction transaction) {
                    return Mono.empty();
                }
            }),
            new Signer(List.of(new byte[32])),
            new Application(Given.SECRETS, clock),
            new HoldMeters(new SimpleMeterRegistry()),
            Given.process(timer));

    @AfterEach
    void dispose() {
        timer.dispose();
    }

    /** The insertion may still come, so nobody says that it will not. */
    @Test
    void aHangingJournalLeavesAPurchaseInDoubt() {
        journal.onRecord = step -> Mono.never();

        StepVerifier.create(bought())
                .then(() -> timer.advanceTimeBy(LONG))
                .expectNext(JournalFinding.MAYBE_RECORDED)
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    @Test
    void aHangingJournalDoesNotWithholdAReceipt() {
        bought().block(Given.PATIENCE);
        journal.onReplace = step -> Mono.never();

        StepVerifier.create(room.purchaseJournaling().note(ID, TransactionState.HELD))
                .then(() -> timer.advanceTimeBy(LONG))
                .expectNext(JournalFinding.VETO_NOT_CONFIRMED)
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    @Test
    void aHangingJournalDoesNotDelayTheAnswerToACallback() {
        bought().block(Given.PATIENCE);
        journal.onComplete = step -> Mono.never();

        StepVerifier.create(room.answer(room.uri(ID, HoldStep.ENACT)))
                .then(() -> timer.advanceTimeBy(LONG))
                .expectNextMatches(answer -> answer.body().equals("[false,\"pending\"]"))
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    @Test
    void aFinalCallbackIsLostIfTheJournalFailsForLong() {
        bought().block(Given.PATIENCE);
        journal.onReplace = step -> FaultyJournal.lost();

        StepVerifier.create(room.answer(room.uri(ID, HoldStep.CONSUME)))
                .then(() -> timer.advanceTimeBy(Duration.ofSeconds(20)))
                .expectNoEvent(Duration.ZERO)
                .then(() -> timer.advanceTimeBy(Duration.ofMinutes(2)))
                .expectNextMatches(answer -> answer.status() == 503)
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    @Test
    void aHangingJournalEndsAWaitForASettlement() {
        journal.onFind = step -> Mono.never();

        StepVerifier.create(room.settlement(ID))
                .then(() -> timer.advanceTimeBy(LONG))
                .expectError(TimeoutException.class)
                .verify(Given.PATIENCE);
        assertThat(room.waiting()).isZero();
    }

    /** Neither does whatever sends a purchase again. */
    @Test
    void recoveryLooksAgainAfterAHangingJournal() {
        bought().block(Given.PATIENCE);
        clock.advance(LONG.multipliedBy(3));

        StepVerifier.create(room.recovery(new Resending(entry -> Mono.never(), LONG, () -> false)))
                .then(() -> timer.advanceTimeBy(LONG))
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    /** What runs for one entry goes on when another cannot be written. */
    @Test
    void aHangingEntryCutsOffNoOtherEntry() {
        bought().block(Given.PATIENCE);
        PendingPurchase later = Given.torches(TransactionId.of("order-2"));
        room.purchaseJournaling()
                .record(later, kept -> PurchaseMatch.SAME, null, LONG.multipliedBy(2))
                .block(Given.PATIENCE);
        clock.advance(LONG.multipliedBy(5));
        Sinks.One<Receipt> sent = Sinks.one();
        Resending resending = new Resending(
                entry -> sent.asMono().doOnSubscribe(began -> journal.onReplace = step -> FaultyJournal.lost()),
                LONG,
                () -> false);

        StepVerifier.create(room.recovery(resending))
                .then(() -> sent.tryEmitValue(new Receipt(ID, ReceiptState.HELD, null, null, null, null)))
                .expectNext(ID)
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    @Test
    void aHangingJournalEndsRecovery() {
        journal.onDue = step -> step.concatWith(Mono.never());

        StepVerifier.create(room.recovery(new Resending(entry -> Mono.empty(), LONG, () -> false)))
                .then(() -> timer.advanceTimeBy(LONG))
                .expectError(TimeoutException.class)
                .verify(Given.PATIENCE);
    }

    @Test
    void aCancelledWaitIsRemovedThoughTheJournalHangs() {
        bought().block(Given.PATIENCE);
        Disposable wait = room.settlement(ID).subscribe();
        Disposable limited =
                room.settlement(ID).timeout(LONG, timer).onErrorComplete().subscribe();
        assertThat(room.waiting()).isEqualTo(1);

        wait.dispose();
        assertThat(room.waiting()).isEqualTo(1);
        timer.advanceTimeBy(LONG);

        assertThat(limited.isDisposed()).isTrue();
        assertThat(room.waiting()).isZero();
    }

    @Test
    void aCompletedWaitIsRemovedThoughTheJournalHangs() {
        bought().block(Given.PATIENCE);

        StepVerifier.create(room.settlement(ID))
                .then(() -> timer.advanceTimeBy(Duration.ZERO))
                .then(() -> room.answer(room.uri(ID, HoldStep.CONSUME)).block(Given.PATIENCE))
                .expectComplete()
                .verify(Given.PATIENCE);
        assertThat(room.waiting()).isZero();
    }

    private Mono<JournalFinding> bought() {
        return room.purchaseJournaling()
                .record(PURCHASE, kept -> PurchaseMatch.SAME, "ada", LONG)
                .map(JournaledPurchase::finding);
    }
}
