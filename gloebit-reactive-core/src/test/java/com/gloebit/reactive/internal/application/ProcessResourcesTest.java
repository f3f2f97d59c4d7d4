package com.gloebit.reactive.internal.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

class ProcessResourcesTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ProcessResources process =
            new ProcessResources(Schedulers.immediate(), nanos::get, ThreadLocalRandom::current);

    /** Applications keep a breaker open until an instant of the wall clock. */
    @Test
    void theMonotonicClockStartsWithTheWallClock() {
        assertThat(process.monotonicClock(Given.CLOCK).instant()).isEqualTo(Given.NOW);
    }

    @Test
    void theMonotonicClockIgnoresThatTheWallClockIsSet() {
        SettableClock wall = new SettableClock();
        Clock monotonic = process.monotonicClock(wall);
        Instant before = monotonic.instant();

        wall.advance(Duration.ofDays(1));

        assertThat(monotonic.instant()).isEqualTo(before);
    }

    @Test
    void theMonotonicClockSurvivesAnOverflowOfTheMonotonicTime() {
        Clock monotonic = process.monotonicClock(Given.CLOCK);

        nanos.addAndGet(10);

        assertThat(monotonic.instant()).isEqualTo(Given.NOW.plusNanos(10));
    }

    @RepeatedTest(20)
    void aPauseIsAtMostDoubled() {
        assertThat(process.jitter(Duration.ofSeconds(1))).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
}
