package com.gloebit.reactive.internal.hold;

import static com.gloebit.reactive.internal.hold.JournalFinding.MAYBE_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.NOT_RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED;
import static com.gloebit.reactive.internal.hold.JournalFinding.RECORDED_BEFORE;
import static com.gloebit.reactive.internal.hold.JournalFinding.VETO_CONFIRMED;
import static com.gloebit.reactive.internal.hold.JournalFinding.VETO_NOT_CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.FaultyJournal;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.hold.HoldSettings;
import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionJournal;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.internal.meter.HoldMeters;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Several who buy under one id, and a journal that does not say what it did: a veto is reported only if it is certain. */
class PurchaseJournalingTest {
    private static final TransactionId ID = TransactionId.of("order-1");
    private static final PendingPurchase PURCHASE = Given.torches(ID);

    private final FaultyJournal journal = new FaultyJournal(TransactionJournal.inMemory(10));
    private final HoldService room = new HoldService(
            HoldSettings.of(URI.create("https://app.example/holds"), journal, new HoldHandler() {
                @Override
                public Mono<Void> consume(HeldTransaction transaction) {
                    return Mono.empty();
                }
            }),
            new Signer(List.of(new byte[32])),
            new Application(Given.SECRETS, new SettableClock()),
            new HoldMeters(new SimpleMeterRegistry()),
            Given.process(Schedulers.parallel()));

    @Test
    void aPurchaseThatAnotherCallGotAcceptedIsNotVetoed() {
        record();
        record();
        note(TransactionState.HELD);

        assertThat(note(TransactionState.REJECTED)).isEqualTo(VETO_NOT_CONFIRMED);
        assertThat(entry().state()).isEqualTo(TransactionState.HELD);
    }

    @Test
    void aPurchaseThatWasEnactedIsNotVetoed() {
        record();
        assertThat(enacted()).isEqualTo(HoldWorld.YES);

        assertThat(note(TransactionState.REJECTED)).isEqualTo(VETO_NOT_CONFIRMED);
    }

    /** One caller was told that it will not happen: then it does not, whatever another is answered. */
    @Test
    void aVetoOutlivesAnAcceptanceThatComesLater() {
        record();
        record();
        assertThat(note(TransactionState.REJECTED)).isEqualTo(VETO_CONFIRMED);

        note(TransactionState.HELD);

        assertThat(enacted()).isEqualTo("[false,\"rejected\"]");
    }

    @Test
    void aRejectedPurchaseResentTwiceAtOnceIsInDoubtForOneCall() {
        record();
        note(TransactionState.REJECTED);
        journal.onFind = FaultyJournal.onceAfter(this::recording);

        assertThat(record()).as("another was faster").isEqualTo(RECORDED_BEFORE);
    }

    @Test
    void aPurchaseThatTheJournalMayHaveRecordedIsVetoed() {
        journal.onRecord = FaultyJournal.answerLost();

        assertThat(record()).isEqualTo(NOT_RECORDED);
        assertThat(entry().state()).isEqualTo(TransactionState.REJECTED);
        assertThat(entry().dueAt()).isNull();
    }

    /** A connection that is lost says nothing of what the database does with the statement. */
    @Test
    void anInsertThatCommitsTooLateFindsTheVetoInItsPlace() {
        List<Mono<Boolean>> late = new ArrayList<>();
        journal.onRecord = step -> {
            late.add(step);
            return late.size() == 1 ? FaultyJournal.lost() : step;
        };

        assertThat(record()).isEqualTo(NOT_RECORDED);

        assertThat(late.get(0).block(Given.PATIENCE)).as("recorded too late").isFalse();
        assertThat(entry().state()).isEqualTo(TransactionState.REJECTED);
        assertThat(record()).as("bought again").isEqualTo(RECORDED);
    }

    /** The statement that broke may hold the place that the other waits for. */
    @Test
    void aPurchaseIsPerhapsRecordedIfTheVetoIsNotTakenInTime() {
        List<Mono<Boolean>> came = new ArrayList<>();
        journal.onRecord = step -> {
            came.add(step);
            return came.size() == 1 ? FaultyJournal.lost() : Mono.error(new TimeoutException());
        };

        assertThat(record()).isEqualTo(MAYBE_RECORDED);
    }

    /** Else recovery has nothing to do, Gloebit nothing to call about, and the doubt no end. */
    @Test
    void anUnconfirmedVetoThatWasWrittenIsFoundAtASecondLook() {
        record();
        journal.onReplace = step -> {
            journal.onReplace = sound -> sound;
            return step.then(FaultyJournal.lost());
        };

        assertThat(note(TransactionState.REJECTED)).isEqualTo(VETO_CONFIRMED);
        assertThat(entry().state()).isEqualTo(TransactionState.REJECTED);
    }

    @Test
    void anUnconfirmedVetoDoesNotCount() {
        record();
        journal.onReplace = step -> FaultyJournal.lost();

        assertThat(note(TransactionState.REJECTED)).isEqualTo(VETO_NOT_CONFIRMED);
    }

    /** Retention may have deleted it: the enact of an unknown transaction is refused. */
    @Test
    void aPurchaseThatTheJournalHasForgottenIsVetoed() {
        assertThat(note(TransactionState.REJECTED)).isEqualTo(VETO_CONFIRMED);
        assertThat(enacted()).isEqualTo("[false,\"unknown transaction\"]");
    }

    @Test
    void aPurchaseIsPerhapsRecordedIfTheJournalRefusesTheVetoToo() {
        journal.onRecord = FaultyJournal.answerLost();
        journal.onReplace = step -> FaultyJournal.lost();

        assertThat(record()).isEqualTo(MAYBE_RECORDED);
    }

    @Test
    void aPurchaseIsPerhapsRecordedIfAnotherCallHasRecordedIt() {
        record();
        note(TransactionState.HELD);
        journal.onRecord = step -> FaultyJournal.lost();

        assertThat(recording().block(Given.PATIENCE)).satisfies(recorded -> {
            assertThat(recorded.finding()).isEqualTo(MAYBE_RECORDED);
            assertThat(recorded.cause()).hasMessage("another has recorded it");
        });
        assertThat(entry().state()).isEqualTo(TransactionState.HELD);
    }

    @Test
    void anEarlierPurchaseIsPerhapsRecordedIfTheJournalCannotBeRead() {
        record();
        journal.onFind = step -> FaultyJournal.lost();

        assertThat(record()).isEqualTo(MAYBE_RECORDED);
    }

    @Test
    void aPurchaseIsNotRecordedIfTheJournalCompletesEmpty() {
        journal.onRecord = step -> Mono.empty();

        assertThat(record()).isEqualTo(NOT_RECORDED);
    }

    @Test
    void theDefaultCancelHandlerCompletes() {
        record();

        assertThat(Objects.requireNonNull(
                                room.answer(room.uri(ID, HoldStep.CANCEL)).block(Given.PATIENCE))
                        .body())
                .isEqualTo(HoldWorld.YES);
        assertThat(entry().isFinished()).isTrue();
    }

    private Mono<JournaledPurchase> recording() {
        return room.purchaseJournaling().record(PURCHASE, kept -> PurchaseMatch.SAME, "ada", Duration.ofSeconds(30));
    }

    private JournalFinding record() {
        return Objects.requireNonNull(recording().block(Given.PATIENCE)).finding();
    }

    private JournalFinding note(TransactionState ended) {
        return Objects.requireNonNull(room.purchaseJournaling().note(ID, ended).block(Given.PATIENCE));
    }

    private String enacted() {
        HoldAnswer answer = room.answer(room.uri(ID, HoldStep.ENACT)).block(Given.PATIENCE);
        return Objects.requireNonNull(answer).body();
    }

    private JournalEntry entry() {
        return Objects.requireNonNull(journal.find(ID).block(Given.PATIENCE));
    }
}
