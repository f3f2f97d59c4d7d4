package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.failure.Outcome.NOT_DONE;
import static com.gloebit.reactive.failure.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.endpoint.FailureKind;
import org.junit.jupiter.api.Test;

/** Attempts of several subscriptions, side by side. */
class DoubtLedgerTest {
    private final DoubtLedger doubt = new DoubtLedger();

    @Test
    void aDecisionDoesNotSpeakForAnAttemptThatIsStillOnTheWire() {
        doubt.sent();
        doubt.sent();
        doubt.ended(FailureKind.DECIDED);
        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
        doubt.ended(FailureKind.LOST);
        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void aDecisionSettlesWhatWasLostBefore() {
        doubt.sent();
        doubt.ended(FailureKind.LOST);
        doubt.sent();
        doubt.ended(FailureKind.DECIDED);
        assertThat(doubt.outcome()).isEqualTo(NOT_DONE);
    }

    @Test
    void aRefusalSpeaksForItsOwnAttemptOnly() {
        doubt.sent();
        doubt.sent();
        doubt.ended(FailureKind.REFUSED);
        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
        doubt.ended(FailureKind.REFUSED);
        assertThat(doubt.outcome()).isEqualTo(NOT_DONE);
    }

    @Test
    void whatIsDoneStaysDone() {
        doubt.sent();
        doubt.done();
        doubt.sent();
        doubt.ended(FailureKind.DECIDED);
        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }

    @Test
    void whatIsSentAgainStartsInDoubt() {
        doubt.arises();
        doubt.sent();
        doubt.ended(FailureKind.REFUSED_STATUS);
        assertThat(doubt.outcome()).isEqualTo(UNKNOWN);
    }
}
