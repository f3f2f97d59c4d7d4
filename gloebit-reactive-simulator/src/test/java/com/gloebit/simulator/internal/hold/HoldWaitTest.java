package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.HoldTest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** A change ends the waits of awaitIdle and awaitDue at once. */
class HoldWaitTest extends HoldTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Sinks.One<String> answer = Sinks.one();

    HoldWaitTest() {
        super(CallbackBehaviour.manual(), Settlement.IMMEDIATE);
        application.answer(ENACT, answer.asMono());
    }

    @Test
    void awaitIdleReturnsWhenACallOfTheTestEnds() throws Exception {
        buy(application.item(ID, 25, ENACT));
        CompletableFuture<HoldDelivery> delivery = callbacks.start(ENACT, ID);
        CompletableFuture<Boolean> idle = waiting(() -> callbacks.awaitIdle(LONG));

        answer.tryEmitValue(TRUE).orThrow();

        assertThat(idle.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(delivery.get(10, TimeUnit.SECONDS).answer()).isEqualTo(HoldDelivery.Answer.TRUE);
    }

    @Test
    void awaitIdleReturnsWhenAnAutomaticCallEnds() throws Exception {
        callbacks.behave(CallbackBehaviour.automatic());
        buy(application.item(ID, 25, ENACT));
        CompletableFuture<Boolean> idle = waiting(() -> callbacks.awaitIdle(LONG));

        answer.tryEmitValue(TRUE).orThrow();

        assertThat(idle.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void awaitDueReturnsWhenACallBecomesDue() throws Exception {
        CompletableFuture<Boolean> due = waiting(() -> callbacks.awaitDue(ID, LONG));

        buy(application.item(ID, 25, ENACT));

        assertThat(due.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private static CompletableFuture<Boolean> waiting(Callable<Boolean> wait) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(wait.call());
            } catch (Exception failure) {
                result.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (thread.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(thread.getState()).isEqualTo(Thread.State.TIMED_WAITING);
        return result;
    }
}
