package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.PENDING;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static com.gloebit.simulator.support.HoldApplication.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.HoldTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Manual settlement of transactions with hold URLs, and closing the simulator. */
class HoldSettlementTest extends HoldTest {
    HoldSettlementTest() {
        super(CallbackBehaviour.automatic(), Settlement.MANUAL);
    }

    @Test
    void noUrlIsCalledBeforeTheTestSettles() throws Exception {
        buy(application.item(ID, 25));
        assertIdle();
        assertThat(application.calls()).isEmpty();

        assertThat(simulator.settleHeld()).isEqualTo(1);

        assertIdle();
        assertThat(application.calls()).containsExactly(call(ENACT, ID), call(CONSUME, ID));
        assertState(State.COMMITTED, "75");
    }

    @Test
    void cancelHeldCallsOnlyCancel() throws Exception {
        buy(application.item(ID, 25));

        assertThat(simulator.cancelHeld()).isEqualTo(1);

        assertIdle();
        assertThat(application.calls()).containsExactly(call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
    }

    @Test
    void postponedTransactionCanBeCancelled() throws Exception {
        callbacks.behave(CallbackBehaviour.manual());
        application.answer(ENACT, PENDING);
        buy(application.item(ID, 25));
        simulator.settleHeld();
        callbacks.deliver(ENACT, ID);

        assertThat(simulator.cancelHeld()).isEqualTo(1);

        assertThat(callbacks.deliverNext()).contains(new HoldDelivery(ID, CANCEL, HoldDelivery.Answer.TRUE, ""));
        assertThat(callbacks.deliverNext()).isEmpty();
    }

    @Test
    void transactionWithoutAnEnactUrlIsCommittedAndConsumed() throws Exception {
        buy(application.item(ID, 25, CONSUME, CANCEL));
        assertState(State.HELD, "75");

        simulator.settleHeld();

        assertIdle();
        assertThat(application.calls()).containsExactly(call(CONSUME, ID));
        assertState(State.COMMITTED, "75");
    }

    @Test
    void courseCancelTakesEffectWhenTheTestSettles() throws Exception {
        callbacks.behave(CallbackBehaviour.automatic().withCourse(Course.CANCEL_WITHOUT_ENACT));
        buy(application.item(ID, 25, CONSUME, CANCEL));
        assertIdle();
        assertState(State.HELD, "75");

        simulator.settleHeld();

        assertIdle();
        assertThat(application.calls()).containsExactly(call(CANCEL, ID));
        assertState(State.CANCELLED, "100");
    }

    @Test
    void closeEndsCallsUnderWay() throws Exception {
        application.answer(ENACT, Mono.never());
        callbacks.behave(CallbackBehaviour.manual().withTimeout(Duration.ofMinutes(1)));
        buy(application.item(ID, 25));
        CompletableFuture<HoldDelivery> delivery = callbacks.start(ENACT, ID);

        simulator.close();

        assertThat(delivery.get(10, TimeUnit.SECONDS))
                .isEqualTo(new HoldDelivery(ID, ENACT, HoldDelivery.Answer.NONE, "the simulator was closed or reset"));
    }

    @Test
    void closeLeavesNoThread() throws Exception {
        callbacks.behave(CallbackBehaviour.manual());
        buy(application.item(ID, 25));
        Sinks.One<String> answer = Sinks.one();
        application.answer(ENACT, answer.asMono());
        CompletableFuture<Thread> thread = callbacks.start(ENACT, ID).thenApply(unused -> Thread.currentThread());
        answer.tryEmitValue(TRUE).orThrow();
        assertThat(thread.get(10, TimeUnit.SECONDS).getName()).startsWith("gloebit-simulator-callbacks");

        simulator.close();

        thread.get().join(LIMIT.toMillis());
        assertThat(thread.get().isAlive()).isFalse();
    }
}
