package com.gloebit.simulator.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Products whose configuration changes while the service runs. */
class ChangedProductTest extends SimulatorTest {
    private static final Product SWORD = Product.of("Sword", new BigDecimal("25"));

    ChangedProductTest() {
        super(Fixture.builder().settlement(Settlement.MANUAL).open(OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES));
    }

    @Test
    void purchaseUsesTheCurrentPriceAvailabilityAndLimit() {
        simulator.changeProduct(
                Product.of("Sword", new BigDecimal("10")).withLimit(4).withGrantable(true));
        assertThat(reasonOf("order-1", 5)).isEqualTo("product is limited to fewer");
        assertThat(reasonOf("order-1", 4)).isEqualTo("success");
        assertThat(simulator.balance("ada")).isEqualByComparingTo("60");

        simulator.changeProduct(SWORD.withAvailable(false));
        assertThat(reasonOf("order-2", 1)).isEqualTo("product is not available");
    }

    @Test
    void heldUnitsOfTheOldConfigurationCountTowardsTheNewLimit() {
        assertThat(reasonOf("order-1", 2)).isEqualTo("success");
        simulator.changeProduct(SWORD.withLimit(2));

        assertThat(reasonOf("order-2", 1)).isEqualTo("product is limited to fewer");
        simulator.settleHeld();
        assertThat(simulator.products(Fixture.KEY, "ada")).isEqualTo(Map.of("Sword", 2));
        assertThat(reasonOf("order-2", 1)).isEqualTo("product is limited to fewer");

        simulator.changeProduct(SWORD.withLimit(3));
        assertThat(reasonOf("order-2", 1)).isEqualTo("success");
    }

    @Test
    void queuedTransactionOverTheNewLimitStaysQueued() {
        assertThat(reasonOf("order-1", 3)).isEqualTo("success");
        simulator.cancelHeld();
        simulator.changeProduct(SWORD.withLimit(9));
        assertThat(reasonOf("order-2", 5)).isEqualTo("insufficient balance");
        simulator.changeProduct(SWORD.withLimit(4));

        simulator.deposit("ada", new BigDecimal("100"));

        assertThat(simulator.balance("ada")).isEqualByComparingTo("200");
        simulator.changeProduct(SWORD.withLimit(5));
        simulator.deposit("ada", BigDecimal.ONE);
        assertThat(simulator.balance("ada")).isEqualByComparingTo("76");
    }

    @Test
    void changeOfAnUnknownProductIsRefused() {
        assertThatThrownBy(() -> simulator.changeProduct(Product.of("Swords", BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("product is Swords", "Sword");
    }

    private String reasonOf(String id, int quantity) {
        return client.postJson("/transact", token(), Fixture.product(id, "Sword", quantity))
                .get("reason")
                .stringValue();
    }
}
