package com.gloebit.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff backoff = backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"1,200", "2,400", "3,800", "5,3200", "6,5000", "7,5000", "100,5000"})
    void theBoundDoublesUpToTheMaximum(int failed, long millis) {
        assertThat(backoff.bound(failed)).isEqualTo(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void theMaximumIsNotReachedBeforeADoublingPassesIt() {
        assertThat(backoff(Duration.ofNanos(1), Duration.ofNanos(3)).bound(2)).isEqualTo(2);
    }

    @Test
    void theShortestWaitIsDrawnToo() {
        assertThat(backoff(Duration.ofNanos(1), Duration.ofNanos(1)).next(1))
                .isBetween(Duration.ZERO, Duration.ofNanos(1));
    }

    @RepeatedTest(50)
    void theWaitIsDrawnFromZeroToTheBound() {
        assertThat(backoff.next(2)).isBetween(Duration.ZERO, Duration.ofMillis(400));
    }

    private static Backoff backoff(Duration first, Duration max) {
        return new Backoff(first, max, ThreadLocalRandom::current);
    }
}
