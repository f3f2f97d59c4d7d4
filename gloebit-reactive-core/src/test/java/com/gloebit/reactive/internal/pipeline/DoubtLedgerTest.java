package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.failure.Outcome.NOT_DONE;
import static com.gloebit.reactive.failure.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.endpoint.FailureKind;
import com.gloebit.reactive.wire.support.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attempts of several subscriptions, side by side. */
class DoubtLedgerTest {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final SettableClock clock = new SettableClock();
    private long nanos;
    private final DoubtLedger doubt = new DoubtLedger(clock, () -> nanos, LIMIT);

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void noEndOfALaterAttemptClosesAnUnansweredEarlierOne(FailureKind kind) {
        doubt.sent();
        doubt.ended(FailureKind.LOST, DoubtLedger.Sent.UNKNOWN);
        pass(LIMIT);

        doubt.ended(kind, doubt.sent());

        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void afterTheLimitARefusalAtEnactAloneClosesTheEarlierOnes(FailureKind kind) {
        doubt.sent();
        doubt.ended(FailureKind.LOST, DoubtLedger.Sent.UNKNOWN);
        pass(LIMIT.plusMillis(1));

        doubt.ended(kind, doubt.sent());

        assertThat(doubt.outcome()).isEqualTo(kind == FailureKind.REFUSED_AT_ENACT ? NOT_DONE : UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void noEndOfAnAttemptClosesAnotherThatIsOnTheWire(FailureKind kind) {
        DoubtLedger.Sent early = doubt.sent();
        pass(LIMIT.plusMillis(1));

        doubt.ended(kind, doubt.sent());
        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);

        doubt.ended(FailureKind.REFUSED, early);
        assertThat(doubt.outcome()).isEqualTo(kind.doubt() == FailureKind.Doubt.LEFT ? UNKNOWN : NOT_DONE);
    }

    /** The timeout may win against the send in the moment between its gate and its time. */
    @Test
    void anAttemptWhoseTimeIsNotKnownClosesNothing() {
        doubt.arises(null);
        pass(LIMIT.plusMillis(1));
        doubt.sent();

        doubt.ended(FailureKind.REFUSED_AT_ENACT, DoubtLedger.Sent.UNKNOWN);

        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void aDoneOperationStaysDone() {
        doubt.sent();
        doubt.done();
        pass(LIMIT.plusMillis(1));

        doubt.ended(FailureKind.REFUSED_AT_ENACT, doubt.sent());
        doubt.vetoed();

        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void aVetoClosesUnansweredAttempts() {
        doubt.arises(null);

        doubt.vetoed();

        assertThat(doubt.outcome()).isEqualTo(NOT_DONE);
    }

    @Test
    void aRequestOfUnknownTimeCountsAsGivenUpNow() {
        doubt.arises(clock.instant().minusSeconds(60));
        assertThat(doubt.lastUnanswered()).isEqualTo(clock.instant().minusSeconds(60));

        doubt.arises(null);

        assertThat(doubt.lastUnanswered()).isEqualTo(clock.instant());
    }

    @Test
    void aClockThatIsSetForwardEndsNoDoubtOfThisProcess() {
        doubt.ended(FailureKind.LOST, doubt.sent());
        clock.advance(LIMIT.multipliedBy(2));

        doubt.ended(FailureKind.REFUSED_AT_ENACT, doubt.sent());

        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void aClockThatIsSetBackProlongsTheDoubt() {
        doubt.ended(FailureKind.LOST, doubt.sent());
        nanos += LIMIT.multipliedBy(2).toNanos();

        doubt.ended(FailureKind.REFUSED_AT_ENACT, doubt.sent());

        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void aStoredTimeOfAClockThatWasAheadCountsAsNow() {
        doubt.arises(clock.instant().plusSeconds(60));

        assertThat(doubt.lastUnanswered()).isEqualTo(clock.instant());
    }

    private void pass(Duration time) {
        clock.advance(time);
        nanos += time.toNanos();
    }
}
