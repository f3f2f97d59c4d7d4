package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.wire.support.Given;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Callbacks while the journal fails, hangs or lies, and while others interfere. */
class CallbackFaultTest {
    private static final String YES = "[true]";
    private static final String PENDING = "[false,\"pending\"]";
    private static final Duration EFFECT = Duration.ofSeconds(10);

    private final CallbackReceiver app =
            new CallbackReceiver(settings -> settings.withJournal(new FaultyJournal(settings.journal())));
    private final FaultyJournal journal = (FaultyJournal) app.settings.journal();

    @AfterEach
    void dispose() {
        app.gloebit.dispose();
    }

    /** The enact that runs is not over because the application gives up. */
    @Test
    void aCancelHandlerRunsAfterTheEnactHandlerThatWasGivenUp() {
        Sinks.One<EnactDecision> open = Sinks.one();
        app.decision = open.asMono();
        CompletableFuture<HoldAnswer> enact = app.calling(HoldStep.ENACT).toFuture();
        assertThat(app.gloebit.holds().abandon(CallbackReceiver.ID).block(Given.PATIENCE))
                .isTrue();

        assertThat(app.called(HoldStep.CANCEL)).isEqualTo(YES);
        assertThat(app.ran).containsExactly(HoldStep.ENACT);

        open.tryEmitValue(EnactDecision.approve());
        assertThat(enact.join().body()).isEqualTo("[false,\"cancelled\"]");
        assertThat(app.recovered(Duration.ZERO)).containsExactly(CallbackReceiver.ID);
        assertThat(app.ran).containsExactly(HoldStep.ENACT, HoldStep.CANCEL);
    }

    /** Gloebit hangs up while the journal is slow, and does not come again. */
    @Test
    void aCallbackIsJournaledThoughGloebitHungUp() {
        Sinks.Empty<Void> slow = Sinks.empty();
        journal.onReplace = step -> slow.asMono().then(step);
        Disposable call = app.calling(HoldStep.CONSUME).subscribe();
        call.dispose();

        slow.tryEmitEmpty();

        assertThat(app.entry().state()).isEqualTo(TransactionState.CONSUMED);
        assertThat(app.ran).containsExactly(HoldStep.CONSUME);
    }

    @Test
    void aCallbackIsJournaledOnceTheJournalWorksAgain() {
        AtomicInteger failures = new AtomicInteger(3);
        journal.onReplace = step -> Mono.defer(() -> failures.getAndDecrement() > 0 ? FaultyJournal.lost() : step);

        assertThat(app.called(HoldStep.CONSUME)).isEqualTo(YES);

        assertThat(app.entry().state()).isEqualTo(TransactionState.CONSUMED);
        assertThat(app.ran).containsExactly(HoldStep.CONSUME);
    }

    @Test
    void aCallbackIsAnsweredThoughTheJournalThrows() {
        journal.onFind = step -> {
            throw new IllegalStateException("no journal");
        };

        assertThat(answered(HoldStep.ENACT).status()).isEqualTo(503);
        assertThat(app.meters
                        .get("gloebit.holds")
                        .tags("step", "enact", "answer", "failed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    /** It is written down that it came, and that is what Gloebit asks for; recovery runs the effect. */
    @Test
    void aCallbackIsConfirmedThoughItsEffectCannotBegin() {
        AtomicInteger steps = new AtomicInteger();
        journal.onReplace = step -> Mono.defer(() -> steps.incrementAndGet() == 2 ? FaultyJournal.lost() : step);

        assertThat(app.called(HoldStep.CONSUME)).isEqualTo(YES);
        assertThat(app.ran).isEmpty();
        assertThat(app.recovered(Duration.ofMinutes(1))).containsExactly(CallbackReceiver.ID);
        assertThat(app.ran).containsExactly(HoldStep.CONSUME);
    }

    @Test
    void anEnactIsAskedForAgainThoughItsFailureCannotBeJournaled() {
        app.decision = Mono.error(new IllegalStateException("no stock"));
        AtomicInteger looks = new AtomicInteger();
        journal.onFind = step -> Mono.defer(() -> looks.incrementAndGet() == 2 ? FaultyJournal.lost() : step);

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        assertThat(app.ran).containsExactly(HoldStep.ENACT);
    }

    /** A mark that was set too late would be over before its effect is. */
    @Test
    void noEffectRunsIfItsMarkWasSetTooLate() {
        journal.onReplace = step -> step.doOnNext(done -> app.clock.advance(EFFECT.plusSeconds(1)));

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        assertThat(app.ran).isEmpty();
    }

    @Test
    void noEffectRunsIfTheJournalTransactionBeganTooLate() {
        journal.onComplete = step -> Mono.defer(() -> {
            app.clock.advance(EFFECT);
            return step;
        });

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        assertThat(app.ran).isEmpty();
    }

    @Test
    void anEnactWithoutADecisionIsNotConfirmed() {
        journal.onComplete = step -> Mono.just(true);

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
    }

    /** It was written that the application agreed; only nobody was told. */
    @Test
    void aDecisionStandsThoughItsRecordIsNotConfirmed() {
        journal.onComplete = FaultyJournal.answerLost();
        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        journal.onComplete = step -> step;

        assertThat(app.called(HoldStep.ENACT)).isEqualTo(YES);
        assertThat(app.ran).containsExactly(HoldStep.ENACT);
    }

    /** Recovery goes on with the others, and comes back. */
    @Test
    void recoveryLeavesAnEntryThatTheJournalCannotMark() {
        JournalEntry doubtful = app.inDoubt("ada");
        journal.onReplace = step -> FaultyJournal.lost();

        assertThat(app.recovered(Duration.ZERO)).isEmpty();
        assertThat(app.entry()).isEqualTo(doubtful);
    }

    /** One that took too long ends after another has begun: the mark is the other's. */
    @Test
    void aCallbackDoesNotLiftTheMarkOfAnotherNode() {
        Sinks.One<EnactDecision> slow = Sinks.one();
        app.decision = slow.asMono();
        CompletableFuture<HoldAnswer> first = app.calling(HoldStep.ENACT).toFuture();
        app.clock.advance(EFFECT.multipliedBy(2));
        app.decision = Mono.never();
        Disposable second = app.calling(HoldStep.ENACT).subscribe();

        slow.tryEmitError(new IllegalStateException("too late"));

        assertThat(first.join().body()).isEqualTo(PENDING);
        assertThat(app.called(HoldStep.ENACT)).isEqualTo(PENDING);
        assertThat(app.ran).containsExactly(HoldStep.ENACT, HoldStep.ENACT);
        second.dispose();
    }

    private HoldAnswer answered(HoldStep step) {
        return Objects.requireNonNull(app.calling(step).block(Given.PATIENCE));
    }
}
