package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionStateMachineTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final JournalEntry SUBMITTED = TransactionStateMachine.submitted(
            PendingPurchase.of(
                    TransactionId.of("order-1"), PurchaseKind.ITEM, TransactVersion.V1, null, new byte[] {'{', '}'}),
            "ada",
            NOW,
            Duration.ofMinutes(1));

    /** The older the doubt, the longer the pause: else recovery would send it at every look, for ever. */
    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT40S, PT40S", "PT24H, PT5M", "PT-24H, PT1S"})
    void aPurchaseInDoubtIsResentAfterGrowingPauses(Duration age, Duration pause) {
        Instant now = NOW.plus(age);

        JournalEntry noted =
                Objects.requireNonNull(TransactionStateMachine.answered(SUBMITTED, TransactionState.IN_DOUBT, now));

        assertThat(Duration.between(now, Objects.requireNonNull(noted.dueAt()))).isEqualTo(pause);
        assertThat(noted.version()).isEqualTo(SUBMITTED.version() + 1);
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "1, PT2S", "2, PT4S", "7, PT2M8S", "8, PT4M16S", "9, PT5M", "1000000, PT5M"})
    void aFailedEffectIsRepeatedAfterTwiceThePause(int failures, Duration pause) {
        JournalEntry consumed = entry(TransactionState.CONSUMED, HoldStep.CONSUME, failures);

        JournalEntry failed = TransactionStateMachine.failed(consumed, NOW);

        assertThat(failed.dueAt()).isEqualTo(NOW.plus(pause));
        assertThat(failed.failures()).isEqualTo(failures + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, QUEUED, true",
        "IN_DOUBT, HELD, true",
        "QUEUED, HELD, true",
        "QUEUED, QUEUED, false",
        "HELD, QUEUED, false",
        "HELD, HELD, false",
        "ENACTED, HELD, false",
        "ABANDONED, HELD, false",
        "CONSUMED, HELD, false"
    })
    void anAnswerIsRecordedUnlessACallbackCameBefore(TransactionState state, TransactionState answer, boolean noted) {
        JournalEntry next = TransactionStateMachine.answered(entry(state, null, 0), answer, NOW);

        assertThat(next == null ? null : next.state()).isEqualTo(noted ? answer : null);
    }

    /** If nothing is heard of the effect, its mark is for recovery to take away: it keeps the entry from being forgotten. */
    @Test
    void aVetoKeepsTheMarkOfARunningEffect() {
        Instant until = NOW.plusSeconds(15);
        JournalEntry busy = TransactionStateMachine.busy(SUBMITTED, until);

        assertThat(List.of(
                        Objects.requireNonNull(TransactionStateMachine.abandoned(busy, NOW)),
                        Objects.requireNonNull(TransactionStateMachine.answered(busy, TransactionState.REJECTED, NOW))))
                .allSatisfy(vetoed -> {
                    assertThat(vetoed.busyUntil()).isEqualTo(until);
                    assertThat(vetoed.dueAt()).isEqualTo(until);
                    assertThat(vetoed.isFinished()).isFalse();
                })
                .allSatisfy(vetoed -> assertThat(TransactionStateMachine.undecided(vetoed, 0, until)
                                .isFinished())
                        .isTrue());
        assertThat(Objects.requireNonNull(TransactionStateMachine.abandoned(busy, until))
                        .isFinished())
                .as("past its mark")
                .isTrue();
    }

    private static JournalEntry entry(TransactionState state, @Nullable HoldStep due, int failures) {
        return new JournalEntry(SUBMITTED.purchase(), "ada", NOW, state, due, failures, null, null, null, 3);
    }
}
