package com.gloebit.reactive.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal's body that does not say what was bought is delivered for nothing. */
class HeldMembersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "{\"asset-quantity\":2,\"gloebit-balance-change\":6}",
                "{\"asset-code\":7,\"asset-quantity\":2,\"gloebit-balance-change\":6}",
                "{\"asset-code\":\"torch\",\"gloebit-balance-change\":6}",
                "{\"asset-code\":\"torch\",\"asset-quantity\":0,\"gloebit-balance-change\":6}",
                "{\"asset-code\":\"torch\",\"asset-quantity\":2147483648,\"gloebit-balance-change\":6}",
                "{\"asset-code\":\"torch\",\"asset-quantity\":2}",
                "{\"product\":\"Torch\",\"product-quantity\":2}"
            })
    void aBodyWithoutItemAndProductIsRefused(String body) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> HeldMembers.read(entry(PurchaseKind.ITEM, body)));
    }

    @Test
    void anInvalidCharacterIdIsRefused() {
        String body = "{\"product\":\"Torch\",\"product-quantity\":2,\"character-id\":\"hero\"}";

        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> HeldMembers.read(entry(PurchaseKind.PRODUCT, body)));
    }

    @Test
    void aPriceInTheBodyOfAProductPurchaseIsIgnored() {
        String body = "{\"product\":\"Torch\",\"product-quantity\":2,\"gloebit-balance-change\":6}";

        assertThat(HeldMembers.read(entry(PurchaseKind.PRODUCT, body)).total()).isNull();
    }

    private static JournalEntry entry(PurchaseKind kind, String body) {
        PendingPurchase purchase = PendingPurchase.of(
                TransactionId.of("order-1"), kind, TransactVersion.V1, null, body.getBytes(StandardCharsets.UTF_8));
        return new JournalEntry(purchase, "ada", Instant.EPOCH, TransactionState.HELD, null, 0, null, null, null, 0);
    }
}
