package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldDelivery.Answer;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.HoldTest;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The conditions of awaitIdle and awaitDue. */
class HoldIdleTest extends HoldTest {
    HoldIdleTest() {
        super(CallbackBehaviour.manual(), Settlement.IMMEDIATE, OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES);
    }

    @Test
    void automaticCallUnderWayIsNotIdleAfterASwitchToManual() throws Exception {
        callbacks.behave(CallbackBehaviour.automatic());
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
    void callOfTheTestIsNotIdleAfterTheTransactionHasEnded() throws Exception {
        callbacks.behave(CallbackBehaviour.automatic());
        buy(application.item(ID, 25));
        assertIdle();
        application.answer(ENACT, Mono.never());

        CompletableFuture<HoldDelivery> late = callbacks.start(ENACT, ID);

        assertThat(callbacks.awaitIdle(Duration.ZERO)).isFalse();
        late.cancel(true);
        assertIdle();
    }

    @Test
    void cancelOfAQueuedTransactionIsDueWhileItIsCalled() throws Exception {
        application.answer(CANCEL, Sinks.<String>one().asMono());
        buy(application.item(ID, 120));
        assertThat(callbacks.awaitDue(ID, Duration.ZERO)).isFalse();

        CompletableFuture<HoldDelivery> cancel = callbacks.start(CANCEL, ID);

        assertThat(callbacks.awaitDue(ID.toUpperCase(Locale.ROOT), Duration.ZERO))
                .isTrue();
        assertThat(callbacks.awaitDue("order-9", Duration.ZERO)).isFalse();
        cancel.cancel(true);
    }

    @Test
    void startedCallIsNotIdleUntilItIsAnswered() throws Exception {
        Sinks.One<String> answer = Sinks.one();
        application.answer(ENACT, answer.asMono());
        buy(application.item(ID, 25));

        CompletableFuture<HoldDelivery> delivery = callbacks.start(ENACT, ID);
        assertThat(callbacks.awaitIdle(Duration.ZERO)).isFalse();
        answer.tryEmitValue(TRUE).orThrow();

        assertIdle();
        assertThat(delivery.get(10, TimeUnit.SECONDS).answer()).isEqualTo(Answer.TRUE);
    }

    @Test
    void startedCallIsIdleWhenItsFutureCompletes() throws Exception {
        Sinks.One<String> answer = Sinks.one();
        application.answer(ENACT, answer.asMono());
        buy(application.item(ID, 25));

        CompletableFuture<Boolean> idle = callbacks.start(ENACT, ID).thenApply(unused -> isIdle());
        answer.tryEmitValue(TRUE).orThrow();

        assertThat(idle.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cancelledCallIsIdle() throws Exception {
        application.answer(ENACT, Sinks.<String>one().asMono());
        buy(application.item(ID, 25));

        callbacks.start(ENACT, ID).cancel(true);

        assertIdle();
        assertState(State.HELD, "75");
    }

    private boolean isIdle() {
        try {
            return callbacks.awaitIdle(Duration.ZERO);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
