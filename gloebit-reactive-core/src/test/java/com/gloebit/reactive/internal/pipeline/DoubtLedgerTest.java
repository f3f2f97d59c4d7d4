package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.failure.Outcome.NOT_DONE;
import static com.gloebit.reactive.failure.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.endpoint.FailureKind;
import com.gloebit.reactive.wire.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attempts of several subscriptions, side by side. */
class DoubtLedgerTest {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final SettableClock clock = new SettableClock();
    private final DoubtLedger doubt = new DoubtLedger(clock, LIMIT);

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void noEndOfALaterAttemptClosesAnEarlierOneThatIsUnanswered(FailureKind kind) {
        doubt.sent();
        doubt.ended(FailureKind.LOST, clock.millis());
        clock.advance(LIMIT);

        doubt.ended(kind, doubt.sent());

        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void afterTheLimitARefusalAtEnactAloneClosesTheEarlierOnes(FailureKind kind) {
        doubt.sent();
        doubt.ended(FailureKind.LOST, clock.millis());
        clock.advance(LIMIT.plusMillis(1));

        doubt.ended(kind, doubt.sent());

        assertThat(doubt.outcome()).isEqualTo(kind == FailureKind.REFUSED_AT_ENACT ? NOT_DONE : UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void noEndOfAnAttemptSpeaksForAnotherThatIsStillOnTheWire(FailureKind kind) {
        long early = doubt.sent();
        clock.advance(LIMIT.plusMillis(1));

        doubt.ended(kind, doubt.sent());
        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);

        doubt.ended(FailureKind.REFUSED, early);
        assertThat(doubt.outcome()).isEqualTo(kind.doubt() == FailureKind.Doubt.LEFT ? UNKNOWN : NOT_DONE);
    }

    /** The timeout may win against the send in the moment between its gate and its time. */
    @Test
    void anAttemptWhoseTimeIsNotKnownClosesNothing() {
        doubt.arises(null);
        clock.advance(LIMIT.plusMillis(1));
        doubt.sent();

        doubt.ended(FailureKind.REFUSED_AT_ENACT, 0);

        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void whatIsDoneStaysDone() {
        doubt.sent();
        doubt.done();
        clock.advance(LIMIT.plusMillis(1));

        doubt.ended(FailureKind.REFUSED_AT_ENACT, doubt.sent());
        doubt.vetoed();

        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void ourVetoClosesWhatIsUnanswered() {
        doubt.arises(null);

        doubt.vetoed();

        assertThat(doubt.outcome()).isEqualTo(NOT_DONE);
    }

    @Test
    void aRequestOfUnknownTimeCountsAsGivenUpNowUnlessOneIsKnown() {
        doubt.arises(clock.instant().minusSeconds(60));
        doubt.arises(null);
        assertThat(doubt.lastUnanswered()).isEqualTo(clock.instant().minusSeconds(60));

        DoubtLedger other = new DoubtLedger(clock, LIMIT);
        other.arises(null);
        assertThat(other.lastUnanswered()).isEqualTo(clock.instant());
    }

    @Test
    void aStoredTimeOfAClockThatWasAheadCountsAsNow() {
        doubt.arises(clock.instant().plusSeconds(60));

        assertThat(doubt.lastUnanswered()).isEqualTo(clock.instant());
    }
}
