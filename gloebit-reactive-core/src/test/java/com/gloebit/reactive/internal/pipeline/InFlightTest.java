package com.gloebit.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class InFlightTest {
    private final InFlight inFlight = new InFlight();

    @Test
    void theDrainCompletesWhenTheLastCallLeaves() {
        inFlight.enter();
        inFlight.enter();
        inFlight.close();
        inFlight.leave();
        AtomicBoolean drained = new AtomicBoolean();
        Disposable waiting = inFlight.awaitDrained().subscribe(null, null, () -> drained.set(true));
        assertThat(drained).isFalse();

        inFlight.leave();
        assertThat(drained).isTrue();
        waiting.dispose();
    }

    @Test
    void noCallEntersAfterTheClose() {
        inFlight.enter();
        inFlight.close();
        assertThat(inFlight.enter()).isFalse();
        assertThat(inFlight.size()).isEqualTo(1);
        assertThat(inFlight.isClosed()).isTrue();
    }

    @Test
    void theCallThatLeavesLastRunsTheClosingActionOnce() {
        AtomicInteger closed = new AtomicInteger();
        inFlight.enter();
        inFlight.enter();
        inFlight.close(closed::incrementAndGet);
        inFlight.leave();
        assertThat(inFlight.enter()).isFalse();
        assertThat(closed).hasValue(0);

        inFlight.leave();
        assertThat(closed).hasValue(1);
        assertThat(inFlight.enter()).isFalse();
        assertThat(closed).hasValue(1);
    }

    @Test
    void withoutACallTheClosingActionRunsAtOnce() {
        AtomicInteger closed = new AtomicInteger();
        inFlight.enter();
        inFlight.leave();

        inFlight.close(closed::incrementAndGet);

        assertThat(closed).hasValue(1);
    }

    /** Another way to close must not make it forget what is to be done in the end. */
    @Test
    void theClosingActionOutlivesASecondClose() {
        AtomicInteger closed = new AtomicInteger();
        inFlight.enter();
        inFlight.close(closed::incrementAndGet);
        inFlight.close();

        inFlight.leave();
        assertThat(closed).hasValue(1);
    }

    @Test
    void theClosingActionMayBeSetAfterTheClose() {
        AtomicInteger closed = new AtomicInteger();
        inFlight.close();
        inFlight.close(closed::incrementAndGet);
        assertThat(closed).hasValue(1);
    }

    @Test
    void aCallOfARunningSequenceEntersAfterTheClose() {
        AtomicInteger closed = new AtomicInteger();
        inFlight.enter();
        inFlight.close(closed::incrementAndGet);
        inFlight.enterThoughClosed();
        inFlight.leave();
        assertThat(closed).hasValue(0);
        assertThat(inFlight.size()).isEqualTo(1);

        inFlight.leave();
        assertThat(closed).hasValue(1);
    }

    /** It was answered: that closing fails is not its failure. */
    @Test
    void aFailingClosingActionDoesNotFailTheLastCall() {
        inFlight.enter();
        inFlight.close(() -> {
            throw new IllegalStateException("no registry");
        });

        assertThatCode(inFlight::leave).doesNotThrowAnyException();
    }

    /** Whatever comes first of the last to leave and the close, exactly one of them closes. */
    @Test
    void aCloseBesideTheLastLeaveRunsTheClosingActionOnce() {
        for (int i = 0; i < 1_000; i++) {
            InFlight meeting = new InFlight();
            AtomicInteger closed = new AtomicInteger();
            meeting.enter();
            Mono.when(
                            Mono.fromRunnable(meeting::leave).subscribeOn(Schedulers.parallel()),
                            Mono.fromRunnable(() -> meeting.close(closed::incrementAndGet))
                                    .subscribeOn(Schedulers.parallel()))
                    .block(Duration.ofSeconds(10));
            assertThat(closed).hasValue(1);
        }
    }

    @Test
    void twoClosesRunTheClosingActionOnce() {
        assertThat(inFlight.isClosed()).isFalse();
        inFlight.close();
        inFlight.close();
        assertThat(inFlight.isClosed()).isTrue();
        StepVerifier.create(inFlight.awaitDrained()).expectComplete().verify(Duration.ofSeconds(10));
        assertThat(inFlight.size()).isZero();
    }
}
