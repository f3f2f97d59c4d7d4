package com.gloebit.simulator.internal.hold;

import static com.gloebit.simulator.HoldStep.CANCEL;
import static com.gloebit.simulator.HoldStep.CONSUME;
import static com.gloebit.simulator.HoldStep.ENACT;
import static com.gloebit.simulator.support.HoldApplication.PENDING;
import static com.gloebit.simulator.support.HoldApplication.REFUSED;
import static com.gloebit.simulator.support.HoldApplication.TRUE;
import static com.gloebit.simulator.support.HoldApplication.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.CallbackBehaviour.Course;
import com.gloebit.simulator.CallbackBehaviour.Timing;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Settlement;
import com.gloebit.simulator.support.HoldTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Random answers and callback behaviours create and lose no gloebits, and callbacks agree with the ledger. */
class HoldConservationTest extends HoldTest {
    private static final int ROUNDS = 6;
    private static final int LOOKS = 10_000;
    private static final int PURCHASES_PER_ROUND = 24;

    private final Map<String, String> decisions = new ConcurrentHashMap<>();

    HoldConservationTest() {
        super(CallbackBehaviour.automatic(), Settlement.IMMEDIATE, OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sumOfGloebitsIsConstantAndCallbacksMatchTheLedger(long seed) throws Exception {
        Random random = new Random(seed);
        application.answer(ENACT, id -> Mono.just(enact(id, seed)));
        application.answer(
                CANCEL,
                id -> Mono.fromSupplier(() -> {
                    decisions.put(id, REFUSED);
                    return TRUE;
                }));
        for (int round = 0; round < ROUNDS; round++) {
            callbacks.behave(behaviour(random));
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < PURCHASES_PER_ROUND; i++) {
                answers.add(client.postJsonAsync("/transact", token, purchase(random)));
            }
            disturb(random);
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            assertSum();
        }
        assertIdle();

        assertSum();
        assertNoViolation();
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).contains(State.COMMITTED, State.CANCELLED);
        simulator.ledger().forEach(this::assertToldTheTruth);
    }

    /** Undecided at first, then the same for ever, unless it is cancelled. */
    private String enact(String id, long seed) {
        String decision = decisions.computeIfAbsent(id, unused -> PENDING);
        if (decision.equals(PENDING)) {
            String next = List.of(PENDING, TRUE, TRUE, REFUSED).get(new Random(seed + id.hashCode()).nextInt(4));
            decisions.replace(id, PENDING, next);
            return next;
        }
        return decision;
    }

    private static CallbackBehaviour behaviour(Random random) {
        CallbackBehaviour behaviour = CallbackBehaviour.automatic()
                .withRandomDelay(Duration.ofMillis(5), random.nextLong())
                .withRetry(Duration.ofMillis(1), 3)
                .withTiming(any(random, List.of(Timing.values())))
                .withCourse(random.nextInt(3) == 0 ? any(random, List.of(Course.values())) : Course.AS_ANSWERED)
                .withLateEnact(random.nextBoolean());
        return random.nextBoolean() ? behaviour.withRepeats(2) : behaviour.withOverlappingRepeats(2);
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Map<String, Object> purchase(Random random) {
        String id = "order-" + random.nextInt(ROUNDS * PURCHASES_PER_ROUND);
        Random content = new Random(id.hashCode());
        return content.nextInt(5) == 0
                ? application.product(id, 1 + content.nextInt(3))
                : application.item(id, new BigDecimal(content.nextInt(1000)).movePointLeft(2));
    }

    private void disturb(Random random) {
        switch (random.nextInt(3)) {
            case 0 -> simulator.cancelHeld();
            case 1 -> simulator.deposit("ada", new BigDecimal(1 + random.nextInt(100)));
            default -> simulator.settleHeld();
        }
    }

    /** Calls go on meanwhile: only a sum over which nothing moved counts. */
    private void assertSum() {
        for (int i = 0; i < LOOKS; i++) {
            List<LedgerEntry> before = simulator.ledger();
            BigDecimal everywhere = everywhere(before);
            if (simulator.ledger().equals(before)) {
                assertThat(everywhere).isEqualByComparingTo(new BigDecimal("100").add(simulator.deposits()));
                return;
            }
        }
        throw new AssertionError("the ledger never stood still");
    }

    private BigDecimal everywhere(List<LedgerEntry> ledger) {
        return ledger.stream()
                .filter(entry -> entry.state() == State.HELD)
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(simulator.balance("ada"))
                .add(simulator.earnings("hold-key"))
                .add(simulator.fees());
    }

    private void assertToldTheTruth(LedgerEntry entry) {
        String id = entry.transactionId();
        boolean consumed = application.calls().contains(call(CONSUME, id));
        boolean cancelled = application.calls().contains(call(CANCEL, id));
        assertThat(consumed).as("consume of %s", entry).isEqualTo(entry.state() == State.COMMITTED);
        assertThat(cancelled).as("cancel of %s", entry).isEqualTo(entry.state() == State.CANCELLED);
        assertThat(entry.state()).isIn(State.COMMITTED, State.CANCELLED, State.QUEUED);
        if (consumed) {
            assertThat(decisions).containsEntry(id, TRUE);
        }
    }
}
