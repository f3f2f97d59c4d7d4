package com.gloebit.simulator.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.HoldCallbacks;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Settlement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** A test of a simulator and the application that it calls. */
public abstract class HoldTest {
    public static final String ID = "order-1";
    public static final Duration LIMIT = Duration.ofSeconds(10);

    public final HoldApplication application = new HoldApplication();
    public final GloebitSimulator simulator;
    public final HoldCallbacks callbacks;
    public final TestClient client;
    public final String token;

    public HoldTest(CallbackBehaviour behaviour, Settlement settlement, OpenBehaviour... open) {
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
    public void close() {
        simulator.close();
        application.close();
    }

    public static HoldStep[] steps(String names) {
        return Arrays.stream(names.split(" ")).map(HoldStep::valueOf).toArray(HoldStep[]::new);
    }

    public final JsonNode buy(Map<String, Object> body) {
        return client.postJson("/transact", token, body);
    }

    public final void assertState(LedgerEntry.State state, String balance) {
        assertThat(simulator.ledger()).extracting(LedgerEntry::state).containsExactly(state);
        assertThat(simulator.balance("ada")).isEqualByComparingTo(balance);
    }

    public final void assertIdle() throws InterruptedException {
        assertThat(callbacks.awaitIdle(LIMIT)).as("idle").isTrue();
    }

    public final void assertNoViolation() {
        assertThat(simulator.violations()).isEmpty();
    }
}
