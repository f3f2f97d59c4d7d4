package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.failure.Outcome.NOT_DONE;
import static com.gloebit.reactive.failure.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.answer.FailureKind;
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
    private final DoubtLedger ledger = new DoubtLedger(clock, () -> nanos, LIMIT);

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void noEndOfALaterAttemptClosesAnUnansweredEarlierOne(FailureKind kind) {
        ledger.recordSent();
        ledger.recordEnd(FailureKind.LOST, DoubtLedger.SendTime.UNKNOWN);
        pass(LIMIT);

        ledger.recordEnd(kind, ledger.recordSent());

        assertThat(ledger.outcome()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void afterTheLimitARefusalAtEnactAloneClosesTheEarlierOnes(FailureKind kind) {
        ledger.recordSent();
        ledger.recordEnd(FailureKind.LOST, DoubtLedger.SendTime.UNKNOWN);
        pass(LIMIT.plusMillis(1));

        ledger.recordEnd(kind, ledger.recordSent());

        assertThat(ledger.outcome()).isEqualTo(kind == FailureKind.TOO_FEW_GLOEBITS ? NOT_DONE : UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void noEndOfAnAttemptClosesAnotherThatIsOnTheWire(FailureKind kind) {
        DoubtLedger.SendTime early = ledger.recordSent();
        pass(LIMIT.plusMillis(1));

        ledger.recordEnd(kind, ledger.recordSent());
        assertThat(ledger.outcome()).isEqualTo(UNKNOWN);

        ledger.recordEnd(FailureKind.REFUSED, early);
        assertThat(ledger.outcome()).isEqualTo(kind.doubt() == FailureKind.Doubt.LEFT ? UNKNOWN : NOT_DONE);
    }

    /** The timeout may win against the send in the moment between its gate and its time. */
    @Test
    void anAttemptWhoseTimeIsNotKnownClosesNothing() {
        ledger.recordUnanswered(null);
        pass(LIMIT.plusMillis(1));
        ledger.recordSent();

        ledger.recordEnd(FailureKind.TOO_FEW_GLOEBITS, DoubtLedger.SendTime.UNKNOWN);

        assertThat(ledger.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void aDoneOperationStaysDone() {
        ledger.recordSent();
        ledger.recordDone();
        pass(LIMIT.plusMillis(1));

        ledger.recordEnd(FailureKind.TOO_FEW_GLOEBITS, ledger.recordSent());
        ledger.recordVeto();

        assertThat(ledger.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void aVetoClosesUnansweredAttempts() {
        ledger.recordUnanswered(null);

        ledger.recordVeto();

        assertThat(ledger.outcome()).isEqualTo(NOT_DONE);
    }

    @Test
    void aRequestOfUnknownTimeCountsAsGivenUpNow() {
        ledger.recordUnanswered(clock.instant().minusSeconds(60));
        assertThat(ledger.lastUnanswered()).isEqualTo(clock.instant().minusSeconds(60));

        ledger.recordUnanswered(null);

        assertThat(ledger.lastUnanswered()).isEqualTo(clock.instant());
    }

    @Test
    void aClockThatIsSetForwardEndsNoDoubtOfThisProcess() {
        ledger.recordEnd(FailureKind.LOST, ledger.recordSent());
        clock.advance(LIMIT.multipliedBy(2));

        ledger.recordEnd(FailureKind.TOO_FEW_GLOEBITS, ledger.recordSent());

        assertThat(ledger.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void aClockThatIsSetBackProlongsTheDoubt() {
        ledger.recordEnd(FailureKind.LOST, ledger.recordSent());
        nanos += LIMIT.multipliedBy(2).toNanos();

        ledger.recordEnd(FailureKind.TOO_FEW_GLOEBITS, ledger.recordSent());

        assertThat(ledger.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void aStoredTimeOfAClockThatWasAheadCountsAsNow() {
        ledger.recordUnanswered(clock.instant().plusSeconds(60));

        assertThat(ledger.lastUnanswered()).isEqualTo(clock.instant());
    }

    private void pass(Duration time) {
        clock.advance(time);
        nanos += time.toNanos();
    }
}
