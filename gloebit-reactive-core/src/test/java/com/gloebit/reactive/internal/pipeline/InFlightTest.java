package com.gloebit.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class InFlightTest {
    private final InFlight inFlight = new InFlight();

    @Test
    void itIsDrainedWhenTheLastOneLeaves() {
        inFlight.enter();
        inFlight.enter();
        inFlight.close();
        inFlight.leave();
        StepVerifier.create(inFlight.drained())
                .expectSubscription()
                .then(inFlight::leave)
                .expectComplete()
                .verify(Duration.ofSeconds(10));
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
        inFlight.close();
        inFlight.close();
        StepVerifier.create(inFlight.drained()).expectComplete().verify(Duration.ofSeconds(10));
        assertThat(inFlight.size()).isZero();
    }
}
