package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.InMemoryTransactionJournal;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.hold.TroubledJournal;
import com.gloebit.reactive.internal.Application;
import com.gloebit.reactive.internal.Signer;
import com.gloebit.reactive.internal.hold.Submissions.Recorded;
import com.gloebit.reactive.internal.meter.HoldMeters;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.Failures;
import com.gloebit.reactive.wire.Given;
import com.gloebit.reactive.wire.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Several who buy under one id, and a journal that does not say what it did: nobody is told that nothing happens. */
class SubmissionsTest {
    private static final TransactionId ID = TransactionId.of("order-1");
    private static final PendingPurchase PURCHASE =
            PendingPurchase.of(ID, PurchaseKind.ITEM, "{}".getBytes(StandardCharsets.UTF_8));
    private static final Recorded RECORDED = new Recorded(PURCHASE, false);

    private final TroubledJournal journal = new TroubledJournal(new InMemoryTransactionJournal(10));
    private final HoldRoom room = new HoldRoom(
            HoldSettings.of(URI.create("https://app.example/holds"), new HoldHandler() {
                        @Override
                        public Mono<Void> consume(HeldTransaction transaction) {
                            return Mono.empty();
                        }
                    })
                    .withJournal(journal),
            new Signer(List.of(new byte[32])),
            new Application(Given.SECRETS, new SettableClock()),
            new HoldMeters(new SimpleMeterRegistry()),
            Schedulers.parallel());

    @Test
    void ofOneThatAnotherGotAcceptedAreNotDenied() {
        bought();
        bought();
        accepted();

        Failures.of(refused(), TransactionInDoubtException.class);
        assertThat(entry().state()).isEqualTo(TransactionState.HELD);
    }

    @Test
    void ofOneThatWasEnactedAreNotDenied() {
        bought();
        assertThat(enacted()).isEqualTo(HoldWorld.YES);

        Failures.of(refused(), TransactionInDoubtException.class);
    }

    /** One was told that it will not happen: then it does not, whatever another is answered. */
    @Test
    void ofOneThatWasDeniedAreVetoed() {
        bought();
        bought();
        Failures.of(refused(), CallBlockedException.class);

        accepted();

        assertThat(enacted()).isEqualTo("[false,\"rejected\"]");
    }

    @Test
    void takeUpWhatWasDeniedOneAfterTheOther() {
        bought();
        Failures.of(refused(), CallBlockedException.class);
        journal.onFind = TroubledJournal.onceAfter(this::record);

        assertThat(bought().inDoubt()).as("another was faster").isTrue();
    }

    @Test
    void areVetoedIfTheJournalMayHaveRecordedThem() {
        journal.onRecord = TroubledJournal.answerLost();

        CallBlockedException told = Failures.of(record(), CallBlockedException.class);

        assertThat(told.blockedBy()).isEqualTo(BlockedBy.JOURNAL);
        assertThat(entry().state()).isEqualTo(TransactionState.REJECTED);
        assertThat(entry().dueAt()).isNull();
    }

    /** A connection that is lost says nothing of what the database does with the statement. */
    @Test
    void areVetoedBeforeTheJournalRecordsThemTooLate() {
        List<Mono<Boolean>> late = new ArrayList<>();
        journal.onRecord = step -> {
            late.add(step);
            return late.size() == 1 ? TroubledJournal.lost() : step;
        };

        Failures.of(record(), CallBlockedException.class);

        assertThat(late.get(0).block(Given.PATIENCE)).as("recorded too late").isFalse();
        assertThat(entry().state()).isEqualTo(TransactionState.REJECTED);
        assertThat(bought().inDoubt()).as("bought again").isFalse();
    }

    /** The statement that broke may hold the place that the other waits for. */
    @Test
    void areInDoubtIfTheVetoIsNotTakenInTime() {
        List<Mono<Boolean>> came = new ArrayList<>();
        journal.onRecord = step -> {
            came.add(step);
            return came.size() == 1 ? TroubledJournal.lost() : Mono.error(new TimeoutException());
        };

        Failures.of(record(), TransactionInDoubtException.class);
    }

    /** Else recovery has nothing to do, Gloebit nothing to call about, and the doubt no end. */
    @Test
    void areNotInDoubtIfTheJournalDoesNotConfirmTheirRejection() {
        bought();
        journal.onReplace = step -> {
            journal.onReplace = sound -> sound;
            return step.then(TroubledJournal.lost());
        };

        Failures.of(refused(), CallBlockedException.class);
        assertThat(entry().state()).isEqualTo(TransactionState.REJECTED);
    }

    @Test
    void areInDoubtIfTheJournalMayHaveRecordedThemAndTakesNoVeto() {
        journal.onRecord = TroubledJournal.answerLost();
        journal.onReplace = step -> TroubledJournal.lost();

        assertThat(Failures.of(record(), TransactionInDoubtException.class).pending())
                .isEqualTo(PURCHASE);
    }

    @Test
    void areInDoubtIfAnotherHasRecordedThem() {
        bought();
        accepted();
        journal.onRecord = step -> TroubledJournal.lost();

        assertThat(Failures.of(record(), TransactionInDoubtException.class))
                .hasRootCauseMessage("another has recorded it");
        assertThat(entry().state()).isEqualTo(TransactionState.HELD);
    }

    @Test
    void areInDoubtIfTheyWereRecordedBeforeAndTheJournalDoesNotSayWhatCameOfIt() {
        bought();
        journal.onFind = step -> TroubledJournal.lost();

        Failures.of(record(), TransactionInDoubtException.class);
    }

    @Test
    void areBlockedIfTheJournalSaysNothing() {
        journal.onRecord = step -> Mono.empty();

        Failures.of(record(), CallBlockedException.class);
    }

    @Test
    void areCancelledByAHandlerThatHasNothingToUndo() {
        bought();

        assertThat(Objects.requireNonNull(
                                room.answer(room.uri(ID, HoldStep.CANCEL)).block(Given.PATIENCE))
                        .body())
                .isEqualTo(HoldWorld.YES);
        assertThat(entry().isFinished()).isTrue();
    }

    private Mono<Recorded> record() {
        return room.submissions().record(PURCHASE, kept -> Sameness.SAME, "ada", Duration.ofSeconds(30), "transact");
    }

    private Recorded bought() {
        return Objects.requireNonNull(record().block(Given.PATIENCE));
    }

    private void accepted() {
        room.submissions()
                .answered(RECORDED, Mono.just(new Receipt(ID, ReceiptState.HELD, null, null, null, null)))
                .block(Given.PATIENCE);
    }

    private Mono<Receipt> refused() {
        return room.submissions()
                .answered(
                        RECORDED,
                        Mono.error(new CallBlockedException(
                                BlockedBy.CONNECTION_POOL, FailureDetails.beforeSending("transact"), null)));
    }

    private String enacted() {
        HoldAnswer answer = room.answer(room.uri(ID, HoldStep.ENACT)).block(Given.PATIENCE);
        return Objects.requireNonNull(answer).body();
    }

    private JournalEntry entry() {
        return Objects.requireNonNull(journal.find(ID).block(Given.PATIENCE));
    }
}
