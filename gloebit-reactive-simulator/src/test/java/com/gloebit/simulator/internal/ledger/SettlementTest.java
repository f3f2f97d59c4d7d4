package com.gloebit.simulator.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Held, settled, cancelled and queued transactions. */
class SettlementTest extends SimulatorTest {
    SettlementTest() {
        super(Fixture.builder().settlement(Settlement.MANUAL).open(OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES));
    }

    @Test
    void heldFundsBelongToNeitherPayerNorPayee() {
        JsonNode answer = client.postJson("/transact", token(), Fixture.product("order-1", "Sword", 2));

        assertThat(answer.get("balance").decimalValue()).isEqualByComparingTo("50");
        assertThat(answer.get("product-count").intValue()).isEqualTo(2);
        assertThat(simulator.balance("ada")).isEqualByComparingTo("50");
        assertThat(simulator.earnings(Fixture.KEY)).isEqualByComparingTo("0");
        assertThat(simulator.fees()).isEqualByComparingTo("0");
        assertThat(simulator.products(Fixture.KEY, "ada")).isEmpty();
        assertStates(LedgerEntry.State.HELD);
    }

    @Test
    void settlementPaysThePayeeAndDeliversTheProduct() {
        client.postJson("/transact", token(), Fixture.product("order-1", "Sword", 2));

        assertThat(simulator.settleHeld()).isEqualTo(1);

        assertThat(simulator.earnings(Fixture.KEY)).isEqualByComparingTo("49");
        assertThat(simulator.fees()).isEqualByComparingTo("1");
        assertThat(simulator.products(Fixture.KEY, "ada")).isEqualTo(Map.of("Sword", 2));
        assertStates(LedgerEntry.State.COMMITTED);
        assertThat(simulator.cancelHeld()).isZero();
    }

    @Test
    void cancellationReturnsTheFundsAndIsFinal() {
        client.postJson("/transact", token(), Fixture.product("order-1", "Sword", 2));

        assertThat(simulator.cancelHeld()).isEqualTo(1);

        assertThat(simulator.balance("ada")).isEqualByComparingTo("100");
        assertThat(simulator.products(Fixture.KEY, "ada")).isEmpty();
        JsonNode again = client.postJson("/transact", token(), Fixture.product("order-1", "Sword", 2));
        assertThat(again.get("success").booleanValue()).isFalse();
        assertThat(again.get("reason").stringValue()).isEqualTo("canceled");
        assertStates(LedgerEntry.State.CANCELLED);
    }

    @Test
    void heldProductsCountTowardsTheLimit() {
        client.postJson("/transact", token(), Fixture.product("order-1", "Sword", 2));

        assertThat(client.postJson("/transact", token(), Fixture.product("order-2", "Sword", 2))
                        .get("success")
                        .booleanValue())
                .isFalse();
        simulator.cancelHeld();
        assertThat(client.postJson("/transact", token(), Fixture.product("order-2", "Sword", 2))
                        .get("success")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aQueuedTransactionSettlesAfterATopUp() {
        JsonNode refused = client.postJson("/transact", token(), Fixture.item("order-1", 120));
        assertThat(refused.get("reason").stringValue()).isEqualTo("insufficient balance");
        assertStates(LedgerEntry.State.QUEUED);

        simulator.deposit("ada", new BigDecimal("5"));
        assertStates(LedgerEntry.State.QUEUED);
        assertThat(client.postJson("/transact", token(), Fixture.item("order-1", 120))
                        .get("reason")
                        .stringValue())
                .isEqualTo("insufficient balance");

        simulator.deposit("ada", new BigDecimal("15"));
        assertStates(LedgerEntry.State.HELD);
        assertThat(simulator.balance("ada")).isEqualByComparingTo("0");
        assertThat(client.postJson("/transact", token(), Fixture.item("order-1", 120))
                        .get("reason")
                        .stringValue())
                .isEqualTo("resubmitted");
        assertStates(LedgerEntry.State.HELD);
    }

    @Test
    void aQueuedTransactionWaitsForATopUpOfItsPayer() {
        String bob = simulator.issueToken(Fixture.KEY, "bob", Fixture.ALL_SCOPES);
        client.postJson("/transact", token(), Fixture.item("order-1", 105));
        client.postJson("/transact-u2u", bob, Fixture.payment("order-2", 10, simulator.accountId("ada")));
        simulator.settleHeld();
        assertThat(simulator.balance("ada")).isGreaterThan(new BigDecimal("105"));

        simulator.deposit("bob", BigDecimal.ONE);
        assertStates(LedgerEntry.State.QUEUED, LedgerEntry.State.COMMITTED);

        simulator.deposit("ada", BigDecimal.ONE);
        assertStates(LedgerEntry.State.HELD, LedgerEntry.State.COMMITTED);
    }

    @Test
    void queuedTransactionOverTheLimitStaysQueued() {
        String bob = simulator.issueToken(Fixture.KEY, "bob", Fixture.ALL_SCOPES);
        client.postJson("/transact", bob, Fixture.product("order-1", "Sword", 2));
        client.postJson("/transact", bob, Fixture.product("order-2", "Sword", 2));

        simulator.deposit("bob", new BigDecimal("100"));

        assertStates(LedgerEntry.State.HELD, LedgerEntry.State.QUEUED);
        assertThat(simulator.balance("bob")).isEqualByComparingTo("60");
    }

    private void assertStates(LedgerEntry.State... states) {
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(states);
    }
}
