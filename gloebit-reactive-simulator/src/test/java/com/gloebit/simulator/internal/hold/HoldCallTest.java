package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldDelivery.Answer;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.HoldApplication;
import com.gloebit.simulator.support.HoldTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** One call of a hold URL: its connection, its answer and its timeout. */
class HoldCallTest extends HoldTest {
    private static final CallbackBehaviour MANUAL = CallbackBehaviour.manual();
    private static final int MOST = 64 * 1024;

    HoldCallTest() {
        super(MANUAL, Settlement.IMMEDIATE);
    }

    @BeforeEach
    void createHeldTransaction() {
        buy(application.item(ID, 25));
    }

    @Test
    void eachCallOpensAConnection() {
        callbacks.deliver(ENACT, ID);
        callbacks.deliver(CONSUME, ID);

        assertThat(application.connections()).isEqualTo(2);
        assertThat(application.keptAlive()).isZero();
    }

    @Test
    void callIsNotRepeatedAfterAConnectionReset() {
        application.reset();

        assertThat(callbacks.deliver(ENACT, ID).answer()).isEqualTo(Answer.NONE);

        assertThat(application.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 206, 300, 500})
    void statusOtherThan200IsNoAnswer(int status) {
        application.answerWithStatus(status);

        assertThat(callbacks.deliver(ENACT, ID))
                .isEqualTo(new HoldDelivery(ID, ENACT, Answer.NONE, "the status is " + status));
    }

    @Test
    void answerIsReadAsUtf8() {
        application.answer(ENACT, "[false, \"ausverkauft f\u00fcr heute\"]");

        assertThat(callbacks.deliver(ENACT, ID).detail()).isEqualTo("ausverkauft f\u00fcr heute");
    }

    @Test
    void longAnswerIsRead() {
        String longest = "[true" + " ".repeat(MOST - "[true]".length()) + "]";
        application.answer(ENACT, longest + " ");
        assertThat(callbacks.deliver(ENACT, ID))
                .isEqualTo(new HoldDelivery(ID, ENACT, Answer.MALFORMED, "more than 65536 bytes"));

        application.answer(ENACT, longest);
        assertThat(callbacks.deliver(ENACT, ID).answer()).isEqualTo(Answer.TRUE);
    }

    @Test
    void deliveryNamesTheProblemOfAMalformedAnswer() {
        application.answer(ENACT, "what?");

        assertThat(callbacks.deliver(ENACT, ID).detail()).isEqualTo("neither [true] nor [false, text]");
    }

    /** The text of an exception may show the address. */
    @Test
    void deliveryNamesOnlyTheTypeOfAFailure() {
        application.stop();

        assertThat(callbacks.deliver(ENACT, ID).detail()).matches("[A-Za-z]+Exception");
    }

    @Test
    void callEndsAtTheTimeoutIfTheAnswerDoesNot() {
        callbacks.behave(MANUAL.withTimeout(Duration.ofMillis(300)));
        application.answer(ENACT, Flux.interval(Duration.ofMillis(20)).map(unused -> " "));

        assertThat(callbacks.deliver(ENACT, ID)).isEqualTo(new HoldDelivery(ID, ENACT, Answer.NONE, "out of time"));
    }

    @Test
    void deliverFailsIfTheActionBeforeTheCallDoesNotEnd() {
        CountDownLatch end = new CountDownLatch(1);
        callbacks.behave(MANUAL.withTimeout(Duration.ofMillis(1)).withActionBeforeCall(step -> await(end)));

        assertThatThrownBy(() -> callbacks.deliver(ENACT, ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not end within");
        end.countDown();
    }

    @Test
    void startedCallCompletesOnAThreadOfTheSimulator() throws Exception {
        Sinks.One<String> answer = Sinks.one();
        application.answer(ENACT, answer.asMono());
        CompletableFuture<String> thread = threadOf(callbacks.start(ENACT, ID));
        answer.tryEmitValue(TRUE).orThrow();
        assertThat(thread.get(10, TimeUnit.SECONDS)).startsWith("gloebit-simulator-callbacks");

        callbacks.behave(MANUAL.withTimeout(Duration.ofMillis(300)));
        application.answer(CONSUME, Mono.never());
        assertThat(threadOf(callbacks.start(CONSUME, ID)).get(10, TimeUnit.SECONDS))
                .startsWith("gloebit-simulator-callbacks");
    }

    @Test
    void deliverFailsOnAThreadThatMustNotBlock() {
        Mono<HoldDelivery> named = Mono.fromCallable(() -> callbacks.deliver(ENACT, ID));
        Mono<?> next = Mono.fromCallable(callbacks::deliverNext);

        assertThatThrownBy(() -> named.subscribeOn(Schedulers.parallel()).block(LIMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start does not block");
        assertThatThrownBy(() -> next.subscribeOn(Schedulers.parallel()).block(LIMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start does not block");
        assertThat(application.calls()).isEmpty();
    }

    @Test
    void deliverKeepsTheInterruptStatus() {
        application.answer(ENACT, Mono.never());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> callbacks.deliver(ENACT, ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void deliveriesAreACopy() {
        callbacks.deliver(ENACT, ID);

        assertThat(callbacks.deliveries()).hasSize(1).isUnmodifiable();
    }

    @Test
    void messageForARefusedCallNamesTheCondition() {
        assertThatThrownBy(() -> callbacks.deliver(CONSUME, ID))
                .hasMessageContaining("HELD; it is allowed where an enact was answered [true]");
        callbacks.deliver(ENACT, ID);
        assertThatThrownBy(() -> callbacks.deliver(CANCEL, ID))
                .hasMessageContaining("COMMITTED; it is allowed where the transaction is not committed");
    }

    @ParameterizedTest
    @ValueSource(strings = {TRUE, "what?", HoldApplication.REFUSED})
    void enactAcceptedAfterACancelIsAViolation(String answer) {
        application.answer(CANCEL, answer);
        callbacks.deliver(CANCEL, ID);

        callbacks.deliver(ENACT, ID);
        callbacks.deliver(ENACT, ID);

        assertState(State.CANCELLED, "100");
        assertThat(simulator.violations())
                .hasSize(2)
                .containsOnly("hold callback: an enact after the cancel was answered [true]");
    }

    private static CompletableFuture<String> threadOf(CompletableFuture<HoldDelivery> delivery) {
        return delivery.thenApply(unused -> Thread.currentThread().getName());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
