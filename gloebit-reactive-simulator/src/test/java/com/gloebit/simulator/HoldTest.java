package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** A test of a simulator and the application that it calls. */
abstract class HoldTest {
    static final String ID = "order-1";
    static final Duration LIMIT = Duration.ofSeconds(10);

    final HoldApplication application = new HoldApplication();
    final GloebitSimulator simulator;
    final HoldCallbacks callbacks;
    final TestClient client;
    final String token;

    HoldTest(CallbackBehaviour behaviour, Settlement settlement, OpenBehaviour... open) {
        simulator = application
                .simulator()
                .callbacks(behaviour)
                .settlement(settlement)
                .open(open)
                .start();
        callbacks = simulator.holdCallbacks();
        client = new TestClient(simulator);
        token = simulator.issueToken("hold-key", "ada", Fixture.ALL_SCOPES);
    }

    @AfterEach
    void close() {
        simulator.close();
        application.close();
    }

    static HoldStep[] steps(String names) {
        return Arrays.stream(names.split(" ")).map(HoldStep::valueOf).toArray(HoldStep[]::new);
    }

    final JsonNode buy(Map<String, Object> body) {
        return client.postJson("/transact", token, body);
    }

    final void assertState(LedgerEntry.State state, String balance) {
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(state);
        assertThat(simulator.balance("ada")).isEqualByComparingTo(balance);
    }

    final void assertIdle() throws InterruptedException {
        assertThat(callbacks.awaitIdle(LIMIT)).as("idle").isTrue();
    }

    final void assertNoViolation() {
        assertThat(simulator.violations()).isEmpty();
    }
}
