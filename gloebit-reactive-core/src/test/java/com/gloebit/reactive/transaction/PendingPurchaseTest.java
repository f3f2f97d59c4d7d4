package com.gloebit.reactive.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PendingPurchaseTest {
    private static final PendingPurchase FULL = PendingPurchase.of(
                    TransactionId.of("order-1"), PurchaseKind.PRODUCT, TransactVersion.V2, "a".repeat(256), new byte[] {
                        '{', '}'
                    })
            .withUnansweredAt(Instant.ofEpochMilli(1_700_000_000_123L));
    private static final PendingPurchase BARE = PendingPurchase.of(
            TransactionId.of("order-1"), PurchaseKind.ITEM, TransactVersion.V1, null, new byte[] {'{', '}'});

    @Test
    void everyPartSurvivesBeingStored() {
        for (PendingPurchase purchase : new PendingPurchase[] {FULL, BARE}) {
            PendingPurchase restored = PendingPurchase.decode(purchase.encode());

            assertThat(restored).isEqualTo(purchase);
            assertThat(restored.unansweredAt()).isEqualTo(purchase.unansweredAt());
        }
    }

    @Test
    void truncatedStoredBytesAreRefused() {
        byte[] stored = FULL.encode();
        for (int length = 0; length < stored.length - FULL.body().length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatIllegalArgumentException().isThrownBy(() -> PendingPurchase.decode(cut));
        }
    }

    @Test
    void aFormatOfALaterVersionIsRefused() {
        byte[] stored = FULL.encode();
        stored[0]++;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PendingPurchase.decode(stored))
                .withMessageContaining("stored has a format");
    }

    @Test
    void aFailureToReadQuotesNoStoredBytes() throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(stored)) {
            out.writeByte(1);
            out.writeUTF("order-1");
            out.writeUTF("ada.lovelace@example.org");
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PendingPurchase.decode(stored.toByteArray()))
                .withMessageStartingWith("stored is no purchase")
                .withMessageNotContaining("ada");
    }

    @Test
    void anImpossibleTimeIsRefused() {
        for (Instant never : new Instant[] {Instant.MIN, Instant.MAX, Instant.ofEpochMilli(Long.MIN_VALUE)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BARE.withUnansweredAt(never))
                    .withMessageStartingWith("unansweredAt is");
        }
    }

    @Test
    void theTextOfAPendingPurchaseHasNeitherBodyNorAccount() {
        assertThat(FULL).hasToString("PendingPurchase[order-1, PRODUCT, 2 bytes]");
    }
}
