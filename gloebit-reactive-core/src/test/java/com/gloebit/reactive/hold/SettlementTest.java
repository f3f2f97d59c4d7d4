package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionNotInJournalException;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SettlementTest {
    private static final int MANY = 5_000;

    /** Looks so rarely that what ends a wait here is what was heard. */
    private final CallbackReceiver app =
            new CallbackReceiver(settings -> settings.withSettlementPoll(Duration.ofDays(1)));

    @AfterEach
    void dispose() {
        app.gloebit.dispose();
    }

    @Test
    void aSettlementCompletesOnConsume() {
        StepVerifier.create(app.gloebit.holds().settlement(CallbackReceiver.ID))
                .then(() -> app.called(HoldStep.ENACT))
                .then(() -> app.called(HoldStep.CONSUME))
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    @Test
    void aSettlementFailsOnCancel() {
        StepVerifier.create(app.gloebit.holds().settlement(CallbackReceiver.ID))
                .then(() -> app.called(HoldStep.CANCEL))
                .expectErrorSatisfies(error -> assertThat(((TransactionCancelledException) error).details())
                        .isEqualTo(FailureDetails.beforeSending("settlement").withTransactionId(CallbackReceiver.ID)))
                .verify(Given.PATIENCE);
    }

    /** Whoever waits learns at once, not at the next look. */
    @Test
    void aSettlementFailsWhenTheApplicationAbandonsTheTransaction() {
        StepVerifier.create(app.gloebit.holds().settlement(CallbackReceiver.ID))
                .then(() -> app.gloebit.holds().abandon(CallbackReceiver.ID).block(Given.PATIENCE))
                .expectError(TransactionCancelledException.class)
                .verify(Given.PATIENCE);
    }

    @Test
    void anUnknownTransactionCannotBeAbandoned() {
        StepVerifier.create(app.gloebit.holds().abandon(TransactionId.of("order-2")))
                .expectErrorSatisfies(error -> assertThat(((TransactionNotInJournalException) error).details())
                        .isEqualTo(FailureDetails.beforeSending("abandon")
                                .withTransactionId(TransactionId.of("order-2"))
                                .withOutcome(Outcome.UNKNOWN)))
                .verify(Given.PATIENCE);
    }

    @Test
    void aSettlementFailsWhenTheApplicationRejects() {
        app.decision = Mono.just(EnactDecision.reject("sold out"));

        StepVerifier.create(app.gloebit.holds().settlement(CallbackReceiver.ID))
                .then(() -> app.called(HoldStep.ENACT))
                .expectError(TransactionCancelledException.class)
                .verify(Given.PATIENCE);
    }

    @Test
    void aSettlementIsKnownToLaterSubscribers() {
        app.called(HoldStep.CONSUME);

        StepVerifier.create(app.gloebit.holds().settlement(CallbackReceiver.ID))
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    @Test
    void aSettlementOfAnUnknownTransactionFailsAtOnce() {
        StepVerifier.create(app.gloebit.holds().settlement(TransactionId.of("order-2")))
                .expectErrorSatisfies(error -> assertThat(((TransactionNotInJournalException) error).outcome())
                        .isEqualTo(Outcome.UNKNOWN))
                .verify(Given.PATIENCE);
    }

    /** Another node was called: only a look at the journal tells. */
    @Test
    void aSettlementIsFoundByAnotherLookIntoTheJournal() {
        CallbackReceiver looking = new CallbackReceiver(settings -> settings.withSettlementPoll(Duration.ofMillis(5)));
        StepVerifier.create(looking.gloebit.holds().settlement(CallbackReceiver.ID))
                .then(() -> {
                    JournalEntry entry = looking.entry();
                    looking.journal
                            .replace(entry, TransactionJournalContract.next(entry, TransactionState.CONSUMED))
                            .block(Given.PATIENCE);
                })
                .expectComplete()
                .verify(Given.PATIENCE);
        looking.gloebit.dispose();
    }

    @Test
    void thousandsOfSubscribersWaitForOneSettlement() {
        Flux<TransactionId> ids = Flux.range(0, MANY).map(i -> TransactionId.of("many-" + i));
        ids.doOnNext(app::bought).blockLast(Given.PATIENCE);

        StepVerifier.create(ids.flatMap(id -> app.gloebit.holds().settlement(id).thenReturn(id), MANY))
                .then(() -> ids.flatMap(id -> app.calling(id, HoldStep.CONSUME)).blockLast(Given.PATIENCE))
                .expectNextCount(MANY)
                .expectComplete()
                .verify(Given.PATIENCE);
    }
}
