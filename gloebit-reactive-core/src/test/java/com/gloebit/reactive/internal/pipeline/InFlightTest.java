package com.gloebit.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

class InFlightTest {
    private final InFlight inFlight = new InFlight();

    @Test
    void itIsDrainedWhenTheLastOneLeaves() {
        inFlight.enter();
        inFlight.enter();
        inFlight.close();
        inFlight.leave();
        AtomicBoolean drained = new AtomicBoolean();
        Disposable waiting = inFlight.drained().subscribe(null, null, () -> drained.set(true));
        assertThat(drained).isFalse();

        inFlight.leave();
        assertThat(drained).isTrue();
        waiting.dispose();
    }

    @Test
    void nothingEntersOnceItIsClosed() {
        inFlight.enter();
        inFlight.close();
        assertThat(inFlight.enter()).isFalse();
        assertThat(inFlight.size()).isEqualTo(1);
        assertThat(inFlight.isClosed()).isTrue();
    }

    @Test
    void closedTwiceItIsStillClosedOnce() {
        assertThat(inFlight.isClosed()).isFalse();
        inFlight.close();
        inFlight.close();
        assertThat(inFlight.isClosed()).isTrue();
        StepVerifier.create(inFlight.drained()).expectComplete().verify(Duration.ofSeconds(10));
        assertThat(inFlight.size()).isZero();
    }
}
