package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {
    private static final TransactionId ID = TransactionId.of("order-1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "0.000",
                "0.0000001",
                "1.1234567",
                "1000000000000.000001",
                "1e999999999",
                "1e-999999999"
            })
    void aPriceOutsideTheBoundsIsRefused(String price) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemPurchase.of(ID, "torch", new BigDecimal(price)))
                .withMessageContaining("unitPrice")
                .withMessageContaining(new BigDecimal(price).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE})
    void aWholeNumberOutsideTheBoundsIsRefused(long price) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemPurchase.of(ID, "torch", price))
                .withMessageContaining("unitPrice");
    }

    @SuppressWarnings("NullAway") // that is the test
    @Test
    void aNullPriceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemPurchase.of(ID, "torch", null))
                .withMessageContaining("unitPrice");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aQuantityOutsideTheBoundsIsRefused(int quantity) {
        ItemPurchase one = ItemPurchase.of(ID, "torch", 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.withQuantity(quantity))
                .withMessageContaining("quantity is " + quantity);
    }

    @ParameterizedTest
    @CsvSource({"1000000000000, 2", "500.000001, 2147483647", "1000000000000, 2147483647"})
    void aTotalBeyondTheLimitIsRefused(BigDecimal price, int quantity) {
        ItemPurchase one = ItemPurchase.of(ID, "torch", price);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.withQuantity(quantity))
                .withMessageContaining("unitPrice times quantity");
    }

    @ParameterizedTest
    @CsvSource({
        "0.000001, 3, 0.000003",
        "1000000000000, 1, 1000000000000",
        "0.1, 3, 0.3",
        "465.661287, 2147483647, 999999998873.473689"
    })
    void theTotalIsExact(BigDecimal price, int quantity, BigDecimal total) {
        assertThat(ItemPurchase.of(ID, "torch", price).withQuantity(quantity).total())
                .isEqualByComparingTo(total);
    }

    @Test
    void aPriceMayEndInZeros() {
        assertThat(ItemPurchase.of(ID, "torch", new BigDecimal("1.50000000")).total())
                .isEqualByComparingTo("1.5");
    }

    @SuppressWarnings("NullAway") // that is the test
    @Test
    void anItemWithoutAProperNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemPurchase.of(ID, null, 1))
                .withMessageContaining("item");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemPurchase.of(ID, "to\r\nrch", 1))
                .withMessageContaining("item");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemPurchase.of(ID, "x".repeat(256), 1))
                .withMessageContaining("item")
                .withMessageContaining("255");
    }
}
