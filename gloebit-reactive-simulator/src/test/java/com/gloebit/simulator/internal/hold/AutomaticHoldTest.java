package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.PENDING;
import static com.gloebit.simulator.support.HoldApplication.REFUSED;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static com.gloebit.simulator.support.HoldApplication.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.Fault;
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
import reactor.core.publisher.Mono;

/** Automatic hold callbacks. */
class AutomaticHoldTest extends HoldTest {
    private static final CallbackBehaviour THREE_TRIES =
            CallbackBehaviour.automatic().withRetry(Duration.ofMillis(1), 3);

    AutomaticHoldTest() {
        super(THREE_TRIES, Settlement.IMMEDIATE, OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES);
    }

    @Test
    void acceptedEnactIsFollowedByConsume() throws Exception {
        assertThat(buy(application.product(ID, 2)).get("reason").stringValue()).isEqualTo("success");

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
        assertState(State.COMMITTED, "50");
        assertNoViolation();
    }

    @Test
    void refusedEnactIsFollowedByCancel() throws Exception {
        application.answer(ENACT, REFUSED);
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
        assertNoViolation();
    }

    @Test
    void repeatedRequestRepeatsNoCallback() throws Exception {
        buy(application.item(ID, 25));
        assertIdle();

        assertThat(buy(application.item(ID, 25)).get("reason").stringValue()).isEqualTo("resubmitted");

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
    }

    @Test
    void pendingEnactIsRepeated() throws Exception {
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
    void actionCanRestartTheApplicationBeforeEveryCall() throws Exception {
        callbacks.behave(THREE_TRIES.withActionBeforeCall(step -> {
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
    void failureOfTheActionBeforeACallIsAViolation() throws Exception {
        callbacks.behave(THREE_TRIES.withActionBeforeCall(step -> {
            throw new IllegalArgumentException("before " + step);
        }));
        buy(application.item(ID, 25));

        assertIdle();
        assertState(State.COMMITTED, "75");
        assertThat(simulator.violations()).hasSize(2).allMatch(line -> line.contains("IllegalArgumentException"));
    }

    @Test
    void pendingEnactIsCancelledAfterTheLastTry() throws Exception {
        application.answer(ENACT, PENDING);
        buy(application.item(ID, 25));

        assertIdle();
        assertThat(application.calls())
                .containsExactly(call(ENACT, ID), call(ENACT, ID), call(ENACT, ID), call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
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
    void onlyGivenUrlsAreCalled(String given, String answer, String called, State state) throws Exception {
        application.answer(ENACT, answer);
        buy(application.item(ID, 25, steps(given)));

        assertIdle();
        assertThat(application.calls())
                .isEqualTo(called.isEmpty() ? List.of() : List.of(call(HoldStep.valueOf(called), ID)));
        assertState(state, state == State.COMMITTED ? "75" : "100");
    }

    @Test
    void queuedTransactionIsEnactedAfterATopUp() throws Exception {
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
    void answerToAQueuedTransactionDoesNotWait(Timing timing) {
        callbacks.behave(THREE_TRIES.withTiming(timing));

        assertThat(buy(application.item(ID, 120)).get("reason").stringValue()).isEqualTo("insufficient balance");
    }

    /** The first transaction shows that the delay of the second has begun, the third that time has passed. */
    @Test
    void cancelWaitsForTheDelay() throws Exception {
        CompletableFuture<String> consumed = new CompletableFuture<>();
        application.answer(CONSUME, id -> Mono.just(TRUE).doOnNext(unused -> consumed.complete(id)));
        callbacks.behave(CallbackBehaviour.manual());
        buy(application.item("order-1", 25));
        callbacks.behave(THREE_TRIES
                .withTiming(Timing.ENACT_BEFORE_ANSWER)
                .withCourse(Course.CANCEL_WITHOUT_ENACT)
                .withDelay(Duration.ofHours(1)));
        buy(application.item("order-2", 25, CANCEL));
        callbacks.deliver(ENACT, "order-1");
        callbacks.behave(THREE_TRIES);
        buy(application.item("order-3", 25));

        assertThat(consumed.get(10, TimeUnit.SECONDS)).isEqualTo("order-3");
        assertThat(simulator.ledger())
                .extracting(LedgerEntry::state)
                .containsExactly(State.COMMITTED, State.HELD, State.COMMITTED);
        assertThat(application.calls()).doesNotContain(call(CANCEL, "order-2"));
    }

    @Test
    void dueCallIsMadeWhenTheBehaviourBecomesAutomatic() throws Exception {
        callbacks.behave(CallbackBehaviour.manual());
        buy(application.item(ID, 25));
        assertIdle();
        assertThat(application.calls()).isEmpty();

        callbacks.behave(THREE_TRIES);

        assertIdle();
        assertState(State.COMMITTED, "75");
    }

    @Test
    void lostAnswerDoesNotPreventCallbacks() throws Exception {
        simulator.failNext("/transact", Fault.HTML.withProcessing());
        client.send(client.jsonRequest("/transact", token, application.item(ID, 25)));

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
    }
}
