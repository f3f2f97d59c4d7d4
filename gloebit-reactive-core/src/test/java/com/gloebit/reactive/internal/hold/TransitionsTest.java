package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final JournalEntry SUBMITTED = Transitions.submitted(
            PendingPurchase.of(TransactionId.of("order-1"), PurchaseKind.ITEM, new byte[] {'{', '}'}),
            "ada",
            NOW,
            Duration.ofMinutes(1));

    /** The older the doubt, the longer the pause: else recovery would send it at every look, for ever. */
    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT40S, PT40S", "PT24H, PT5M", "PT-24H, PT1S"})
    void sendDoubtAgainAfterLongerAndLongerPauses(Duration age, Duration pause) {
        Instant now = NOW.plus(age);

        JournalEntry noted = Objects.requireNonNull(Transitions.answered(SUBMITTED, TransactionState.IN_DOUBT, now));

        assertThat(Duration.between(now, Objects.requireNonNull(noted.dueAt()))).isEqualTo(pause);
    }
}
