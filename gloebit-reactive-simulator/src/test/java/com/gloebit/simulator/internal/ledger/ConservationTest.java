package com.gloebit.simulator.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.Browser;
import com.gloebit.simulator.support.Fixture;
import com.gloebit.simulator.support.SimulatorTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Concurrent purchases, settlements and cancellations create and lose no gloebits. */
class ConservationTest extends SimulatorTest {
    private static final int ROUNDS = 12;
    private static final int PURCHASES_PER_ROUND = 64;

    private final Map<String, String> tokens = Map.of(
            "ada", simulator.issueToken(Fixture.KEY, "ada", "transact"),
            "bob", simulator.issueToken(Fixture.KEY, "bob", "transact"));
    private final Browser browser = new Browser(client);

    ConservationTest() {
        super(Fixture.builder().settlement(Settlement.MANUAL).open(OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void concurrentTransactionsKeepTheSumOfGloebits(long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < PURCHASES_PER_ROUND; i++) {
                answers.add(purchase(random));
            }
            changeBalances(random);
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            assertThat(total()).isEqualByComparingTo(begun());
        }

        simulator.settleHeld();

        assertThat(total()).isEqualByComparingTo(begun());
        assertThat(sum(LedgerEntry.State.HELD)).isZero();
        assertThat(simulator.ledger()).extracting(LedgerEntry::transactionId).doesNotHaveDuplicates();
        assertThat(simulator.fees())
                .isEqualByComparingTo(sum(LedgerEntry.State.COMMITTED).multiply(new BigDecimal("0.02")));
        assertThat(simulator.balance("ada")).isNotNegative();
        assertThat(simulator.balance("bob")).isNotNegative();
    }

    private CompletableFuture<JsonNode> purchase(Random random) {
        String payer = random.nextBoolean() ? "ada" : "bob";
        String id = "order-" + random.nextInt(ROUNDS * PURCHASES_PER_ROUND);
        if (random.nextInt(4) == 0) {
            UUID payee = simulator.accountId(payer.equals("ada") ? "bob" : "ada");
            return client.postJsonAsync(
                    "/transact-u2u",
                    tokens.getOrDefault(payer, ""),
                    Fixture.payment(id, new BigDecimal(random.nextInt(1000)).movePointLeft(2), payee));
        }
        Map<String, Object> body = random.nextInt(5) == 0
                ? Fixture.product(id, "Sword", 1 + random.nextInt(3))
                : Fixture.item(id, new BigDecimal(random.nextInt(1000)).movePointLeft(2));
        return client.postJsonAsync("/transact", tokens.getOrDefault(payer, ""), body);
    }

    private void changeBalances(Random random) {
        switch (random.nextInt(4)) {
            case 0 -> simulator.settleHeld();
            case 1 -> simulator.cancelHeld();
            case 2 -> simulator.deposit(random.nextBoolean() ? "ada" : "bob", amount(random));
            default ->
                browser.submit(
                        browser.login(browser.openPath("/purchase"), "bob", "builder"),
                        Map.of("amount", amount(random).toString()));
        }
    }

    private static BigDecimal amount(Random random) {
        return new BigDecimal(1 + random.nextInt(500)).movePointLeft(1);
    }

    private BigDecimal begun() {
        return new BigDecimal("110").add(simulator.deposits());
    }

    private BigDecimal total() {
        return simulator
                .balance("ada")
                .add(simulator.balance("bob"))
                .add(simulator.earnings(Fixture.KEY))
                .add(simulator.fees())
                .add(sum(LedgerEntry.State.HELD));
    }

    private BigDecimal sum(LedgerEntry.State state) {
        return simulator.ledger().stream()
                .filter(entry -> entry.state() == state)
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
