package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class CallbackTest {
    private static final String YES = "[true]";
    private static final String PENDING = "[false,\"pending\"]";

    private final CallbackReceiver app =
            new CallbackReceiver(settings -> settings.withEnactFailures(3).withEffectTimeout(Duration.ofHours(1)));

    @AfterEach
    void dispose() {
        app.gloebit.dispose();
    }

    /** Gloebit said both: an operator has to ask which of them holds. */
    @ParameterizedTest
    @CsvSource({"CANCEL, CONSUME", "CONSUME, CANCEL"})
    void aContradictingFinalCallbackIsRecordedAndCountedAndRunsNoHandler(HoldStep first, HoldStep second) {
        app.called(HoldStep.ENACT);
        app.called(first);
        List<HoldStep> before = List.copyOf(app.ran);

        app.called(second);
        app.called(second);

        assertThat(app.entry().contradiction()).isEqualTo(second);
        assertThat(app.entry().state())
                .isEqualTo(TransactionState.valueOf(first == HoldStep.CANCEL ? "CANCELLED" : "CONSUMED"));
        assertThat(app.ran).isEqualTo(before);
        assertThat(app.gloebit.holds().abandon(CallbackReceiver.ID).block(Given.PATIENCE))
                .as("will not be paid")
                .isFalse();
        assertThat(app.meters
                        .get("gloebit.holds.contradicted")
                        .tag("step", second.text())
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void eachStepRunsItsHandlerOnce() {
        assertThat(app.called(HoldStep.ENACT)).isEqualTo(YES);
        assertThat(app.called(HoldStep.ENACT)).isEqualTo(YES);
        assertThat(app.called(HoldStep.CONSUME)).isEqualTo(YES);
        assertThat(app.called(HoldStep.CONSUME)).isEqualTo(YES);
        assertThat(app.called(HoldStep.ENACT)).isEqualTo(YES);

        assertThat(app.ran).containsExactly(HoldStep.ENACT, HoldStep.CONSUME);
    }

    @Test
    void anEnactAfterACancelIsRefused() {
        assertThat(app.called(HoldStep.CANCEL)).isEqualTo(YES);
        assertThat(app.called(HoldStep.ENACT)).isEqualTo("[false,\"cancelled\"]");

        assertThat(app.ran).containsExactly(HoldStep.CANCEL);
    }

    @Test
    void theFirstFinalCallbackStays() {
        app.called(HoldStep.CONSUME);
        assertThat(app.called(HoldStep.CANCEL)).isEqualTo(YES);

        assertThat(app.ran).containsExactly(HoldStep.CONSUME);
        assertThat(app.entry().state()).isEqualTo(TransactionState.CONSUMED);
    }

    @Test
    void aHandlerThatRetriesLaterIsAskedAgain() {
        app.decision = Mono.just(EnactDecision.retryLater());
        for (int i = 0; i < 5; i++) {
            assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        }
        app.decision = Mono.just(EnactDecision.approve());

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(YES);
    }

    @Test
    void aRejectionIsFinalAndHasItsReason() {
        app.decision = Mono.just(EnactDecision.reject("sold \"out\""));
        assertThat(app.called(HoldStep.ENACT)).isEqualTo("[false,\"sold \\\"out\\\"\"]");
        app.decision = Mono.just(EnactDecision.approve());

        assertThat(app.called(HoldStep.ENACT)).isEqualTo("[false,\"rejected\"]");
        assertThat(app.ran).hasSize(1);
    }

    @Test
    void theTransactionIsGivenUpAfterTheLimitOfFailedEnacts() {
        app.decision = Mono.error(new IllegalStateException("no stock"));

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        assertThat(app.called(HoldStep.ENACT)).isEqualTo("[false,\"the application failed\"]");
        assertThat(app.called(HoldStep.ENACT)).isEqualTo("[false,\"rejected\"]");
        assertThat(app.ran).hasSize(3);
    }

    @Test
    void aHandlerWithoutADecisionCountsAsFailed() {
        app.decision = Mono.empty();

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
    }

    @Test
    void stepsOfOneTransactionNeverOverlap() {
        Sinks.One<EnactDecision> open = Sinks.one();
        app.decision = open.asMono();
        CompletableFuture<HoldAnswer> first = app.calling(HoldStep.ENACT).toFuture();

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        assertThat(app.called(HoldStep.CANCEL)).isEqualTo(YES);
        assertThat(app.ran).containsExactly(HoldStep.ENACT);

        open.tryEmitValue(EnactDecision.approve());
        assertThat(first.join().body()).isEqualTo("[false,\"cancelled\"]");
        assertThat(app.recovered(Duration.ofHours(2))).containsExactly(CallbackReceiver.ID);
        assertThat(app.ran).containsExactly(HoldStep.ENACT, HoldStep.CANCEL);
    }

    /** Gloebit hangs up: the effect may go on, so nobody else begins before its time is over. */
    @Test
    void anEffectThatIsCutOffIsTakenUpAfterItsLease() {
        app.decision = Mono.never();
        app.calling(HoldStep.ENACT).subscribe().dispose();
        app.decision = Mono.just(EnactDecision.approve());

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        assertThat(app.recovered(Duration.ofHours(2))).isEmpty();
        assertThat(app.entry().dueAt()).as("recovery has nothing to do there").isNull();
        assertThat(app.called(HoldStep.ENACT)).isEqualTo(YES);
    }

    @Test
    void recoveryRepeatsAConsumeUntilItIsDelivered() {
        app.delivery = Mono.error(new IllegalStateException("no delivery"));
        assertThat(app.called(HoldStep.CONSUME)).isEqualTo(YES);
        assertThat(app.recovered(Duration.ofMillis(1))).isEmpty();
        assertThat(app.recovered(Duration.ofMinutes(1))).isEmpty();
        app.delivery = Mono.empty();

        assertThat(app.recovered(Duration.ofMinutes(10))).containsExactly(CallbackReceiver.ID);
        assertThat(app.recovered(Duration.ofMinutes(10))).isEmpty();
        assertThat(app.ran).containsExactly(HoldStep.CONSUME, HoldStep.CONSUME, HoldStep.CONSUME);
    }

    /** It would be in the way of others for ever. */
    @Test
    void recoverySkipsAnEntryWithoutAUser() {
        app.inDoubt(null);

        assertThat(app.recovered(Duration.ZERO)).isEmpty();

        assertThat(app.entry().state()).isEqualTo(TransactionState.IN_DOUBT);
        assertThat(app.entry().dueAt()).isNull();
    }

    @Test
    void oneOfManyNodesRunsTheEffect() {
        app.delivery = Mono.error(new IllegalStateException("no delivery"));
        app.called(HoldStep.CONSUME);
        Sinks.Empty<Void> open = Sinks.empty();
        app.delivery = open.asMono();
        app.clock.advance(Duration.ofMinutes(10));
        CompletableFuture<List<TransactionId>> first =
                app.gloebit.holds().recovery().collectList().toFuture();

        assertThat(app.recovered(Duration.ZERO)).isEmpty();
        open.tryEmitEmpty();

        assertThat(first.join()).containsExactly(CallbackReceiver.ID);
        assertThat(Collections.frequency(app.ran, HoldStep.CONSUME)).isEqualTo(2);
    }

    @Test
    void anEnactOfAnUnknownTransactionIsRefused() {
        TransactionId other = TransactionId.of("order-2");

        assertThat(answer(app.calling(other, HoldStep.ENACT)).body()).isEqualTo("[false,\"unknown transaction\"]");
        assertThat(answer(app.calling(other, HoldStep.CONSUME)).body()).isEqualTo(YES);
        assertThat(answer(app.calling(other, HoldStep.CANCEL)).body()).isEqualTo(YES);
        assertThat(app.ran).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/holds/enact/b3JkZXItMQ/AAAA", "/holds/enact", "/other", ""})
    void aForgedCallbackIsAnsweredWithoutDetails(String target) {
        assertThat(answer(app.gloebit.holds().answer(URI.create(target)))).isEqualTo(new HoldAnswer(404, ""));
    }

    @Test
    void theHandlerReceivesTheTransaction() {
        app.called(HoldStep.ENACT);
        app.called(HoldStep.CANCEL);

        assertThat(app.seen).hasSize(2).allMatch(HeldTransaction.of(Given.TORCHES, "ada")::equals);
    }

    @Test
    void everyCallbackIsTimed() {
        app.called(HoldStep.ENACT);
        app.called(HoldStep.CONSUME);
        app.calling(TransactionId.of("order-2"), HoldStep.ENACT).block(Given.PATIENCE);

        assertThat(count("enact", "yes")).isEqualTo(1);
        assertThat(count("enact", "no")).isEqualTo(1);
        assertThat(count("consume", "yes")).isEqualTo(1);
    }

    @Test
    void aPendingEnactIsTimedAsPending() {
        app.decision = Mono.just(EnactDecision.retryLater());
        app.called(HoldStep.ENACT);

        assertThat(count("enact", "pending")).isEqualTo(1);
        assertThat(app.meters.find("gloebit.holds").timers()).hasSize(1);
    }

    private long count(String step, String answer) {
        return app.meters
                .get("gloebit.holds")
                .tags("step", step, "answer", answer)
                .timer()
                .count();
    }

    private static HoldAnswer answer(Mono<HoldAnswer> answer) {
        return Objects.requireNonNull(answer.block(Given.PATIENCE));
    }
}
