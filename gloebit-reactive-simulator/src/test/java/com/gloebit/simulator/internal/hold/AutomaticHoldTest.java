package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.PENDING;
import static com.gloebit.simulator.support.HoldApplication.REFUSED;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static com.gloebit.simulator.support.HoldApplication.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldDelivery.Answer;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.HoldTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Hold callbacks that the simulator makes by itself. */
class AutomaticHoldTest extends HoldTest {
    private static final CallbackBehaviour IMPATIENT =
            CallbackBehaviour.automatic().withRetry(Duration.ofMillis(1), 3);

    AutomaticHoldTest() {
        super(IMPATIENT, Settlement.IMMEDIATE, OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES);
    }

    @Test
    void enactThenConsume() throws Exception {
        assertThat(buy(application.product(ID, 2)).get("reason").stringValue()).isEqualTo("success");

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
        assertState(State.COMMITTED, "50");
        assertNoViolation();
    }

    @Test
    void aRefusedEnactThenCancel() throws Exception {
        application.answer(ENACT, REFUSED);
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void aRepeatedRequestAsksNothingTwice() throws Exception {
        buy(application.item(ID, 25));
        assertIdle();

        assertThat(buy(application.item(ID, 25)).get("reason").stringValue()).isEqualTo("resubmitted");

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
    }

    @Test
    void pendingIsAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        application.answer(ENACT, Mono.fromSupplier(() -> asked.incrementAndGet() < 3 ? PENDING : TRUE));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls())
                .containsExactly(call(ENACT, ID), call(ENACT, ID), call(ENACT, ID), call(CONSUME, ID));
        assertState(State.COMMITTED, "75");
        assertNoViolation();
    }

    @Test
    void theApplicationIsRestartedBeforeEveryCall() throws Exception {
        callbacks.behave(IMPATIENT.withActionBeforeCall(step -> {
            application.stop();
            application.restart();
        }));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
        assertState(State.COMMITTED, "75");
        assertNoViolation();
    }

    @Test
    void whatFailsBeforeACallIsAViolation() throws Exception {
        callbacks.behave(IMPATIENT.withActionBeforeCall(step -> {
            throw new IllegalArgumentException("before " + step);
        }));
        buy(application.item(ID, 25));

        assertIdle();
        assertState(State.COMMITTED, "75");
        assertThat(simulator.violations()).hasSize(2).allMatch(line -> line.contains("IllegalArgumentException"));
    }

    @Test
    void pendingForTooLongIsCancelled() throws Exception {
        application.answer(ENACT, PENDING);
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls())
                .containsExactly(call(ENACT, ID), call(ENACT, ID), call(ENACT, ID), call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "{}",
                "[]",
                "[false]",
                "[1]",
                "[true, \"text\"]",
                "[false, 1]",
                "[false, \"a\", \"b\"]",
                "[true",
                "[\"true\"]",
                "null",
                "[true] [true]"
            })
    void aMalformedAnswerIsAViolationAndAskedAgain(String body) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        application.answer(ENACT, Mono.fromSupplier(() -> asked.incrementAndGet() == 1 ? body : TRUE));
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries())
                .extracting(HoldDelivery::step, HoldDelivery::answer)
                .containsExactly(
                        tuple(ENACT, Answer.MALFORMED), tuple(ENACT, Answer.TRUE), tuple(CONSUME, Answer.TRUE));
        assertThat(simulator.violations()).singleElement().asString().contains("the answer to an enact is malformed");
    }

    @Test
    void aHugeAnswerIsMalformed() throws Exception {
        application.answer(ENACT, "[true" + " ".repeat(70_000) + "]");
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries())
                .extracting(HoldDelivery::answer)
                .containsExactly(Answer.MALFORMED, Answer.MALFORMED, Answer.MALFORMED, Answer.TRUE);
        assertState(State.CANCELLED, "100");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 503})
    void anotherStatusIsNoAnswer(int status) throws Exception {
        application.answerWithStatus(status);
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries())
                .extracting(HoldDelivery::step, HoldDelivery::answer, HoldDelivery::detail)
                .containsExactly(
                        tuple(ENACT, Answer.NONE, "the status is " + status),
                        tuple(ENACT, Answer.NONE, "the status is " + status),
                        tuple(ENACT, Answer.NONE, "the status is " + status),
                        tuple(CANCEL, Answer.NONE, "the status is " + status));
        assertThat(application.calls()).hasSize(4);
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void anAbsentApplicationIsNoAnswer() throws Exception {
        application.stop();
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries())
                .hasSize(4)
                .extracting(HoldDelivery::answer)
                .containsOnly(Answer.NONE);
        assertThat(callbacks.deliveries().toString()).doesNotContain("/hold/");
        assertState(State.CANCELLED, "100");
    }

    @Test
    void aSilentApplicationIsNoAnswer() throws Exception {
        callbacks.behave(IMPATIENT.withTimeout(Duration.ofMillis(50)).withRetry(Duration.ZERO, 1));
        application.answer(ENACT, Mono.never());
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(callbacks.deliveries()).first().isEqualTo(new HoldDelivery(ID, ENACT, Answer.NONE, "out of time"));
        assertState(State.CANCELLED, "100");
    }

    @Test
    void answersToConsumeAndCancelAreIgnored() throws Exception {
        application.answer(CONSUME, "what?");
        application.answer(CANCEL, REFUSED);
        buy(application.item("order-1", 25));
        assertIdle();
        application.answer(ENACT, REFUSED);
        buy(application.item("order-2", 25));

        assertIdle();
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(State.COMMITTED, State.CANCELLED);
        assertThat(application.calls()).hasSize(4);
        assertNoViolation();
    }

    @ParameterizedTest
    @CsvSource({
        "ENACT, '[true]', ENACT, COMMITTED",
        "ENACT, '[false, \"no\"]', ENACT, CANCELLED",
        "CONSUME, '', CONSUME, COMMITTED",
        "CANCEL, '', '', COMMITTED",
        "ENACT CONSUME, '[false, \"no\"]', ENACT, CANCELLED",
        "ENACT CANCEL, '[true]', ENACT, COMMITTED",
        "CONSUME CANCEL, '', CONSUME, COMMITTED"
    })
    void onlyTheUrlsGivenAreCalled(String given, String answer, String called, State state) throws Exception {
        application.answer(ENACT, answer);
        buy(application.item(ID, 25, steps(given)));

        assertIdle();
        assertThat(application.calls())
                .isEqualTo(called.isEmpty() ? List.of() : List.of(call(HoldStep.valueOf(called), ID)));
        assertState(state, state == State.COMMITTED ? "75" : "100");
    }

    @Test
    void aQueuedTransactionIsEnactedAfterATopUp() throws Exception {
        assertThat(buy(application.item(ID, 120)).get("reason").stringValue()).isEqualTo("insufficient balance");
        assertIdle();
        assertThat(application.calls()).isEmpty();

        application.answer(ENACT, REFUSED);
        simulator.deposit("ada", new BigDecimal("50"));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CANCEL, ID));
        assertState(State.CANCELLED, "150");
    }

    @ParameterizedTest
    @EnumSource(Timing.class)
    void theAnswerToAQueuedTransactionWaitsForNothing(Timing timing) {
        callbacks.behave(IMPATIENT.withTiming(timing));

        assertThat(buy(application.item(ID, 120)).get("reason").stringValue()).isEqualTo("insufficient balance");
    }

    /** The first transaction shows that the delay of the second has begun, the third that time has passed. */
    @Test
    void nothingHappensBeforeTheDelayIsOver() throws Exception {
        CompletableFuture<String> consumed = new CompletableFuture<>();
        application.answer(CONSUME, id -> Mono.just(TRUE).doOnNext(unused -> consumed.complete(id)));
        callbacks.behave(CallbackBehaviour.manual());
        buy(application.item("order-1", 25));
        callbacks.behave(IMPATIENT
                .withTiming(Timing.ENACT_BEFORE_ANSWER)
                .withCourse(Course.CANCEL_WITHOUT_ENACT)
                .withDelay(Duration.ofHours(1)));
        buy(application.item("order-2", 25, CANCEL));
        callbacks.deliver(ENACT, "order-1");
        callbacks.behave(IMPATIENT);
        buy(application.item("order-3", 25));

        assertThat(consumed.get(10, TimeUnit.SECONDS)).isEqualTo("order-3");
        assertThat(simulator.ledger())
                .extracting(LedgerEntry::state)
                .containsExactly(State.COMMITTED, State.HELD, State.COMMITTED);
        assertThat(application.calls()).doesNotContain(call(CANCEL, "order-2"));
    }

    @Test
    void aCallIsOnItsWayEvenIfNoneIsAutomaticMeanwhile() throws Exception {
        CompletableFuture<String> asked = new CompletableFuture<>();
        Sinks.One<String> answer = Sinks.one();
        application.answer(ENACT, id -> {
            asked.complete(id);
            return answer.asMono();
        });
        buy(application.item(ID, 25));
        asked.get(10, TimeUnit.SECONDS);

        callbacks.behave(CallbackBehaviour.manual());
        assertThat(callbacks.awaitIdle(Duration.ZERO)).isFalse();
        answer.tryEmitValue(TRUE).orThrow();

        assertIdle();
        assertState(State.COMMITTED, "75");
    }

    @Test
    void aCallOfTheTestIsOnItsWayThoughAllIsOver() throws Exception {
        buy(application.item(ID, 25));
        assertIdle();
        application.answer(ENACT, Mono.never());

        CompletableFuture<HoldDelivery> late = callbacks.start(ENACT, ID);

        assertThat(callbacks.awaitIdle(Duration.ZERO)).isFalse();
        late.cancel(true);
        assertIdle();
    }

    @Test
    void whatIsDueIsDeliveredOnceItIsAutomatic() throws Exception {
        callbacks.behave(CallbackBehaviour.manual());
        buy(application.item(ID, 25));
        assertIdle();
        assertThat(application.calls()).isEmpty();

        callbacks.behave(IMPATIENT);

        assertIdle();
        assertState(State.COMMITTED, "75");
    }

    @Test
    void aLostAnswerLosesNoCallback() throws Exception {
        simulator.failNext("/transact", Fault.HTML.withProcessing());
        client.send(client.jsonRequest("/transact", token, application.item(ID, 25)));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
    }
}
