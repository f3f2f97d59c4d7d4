package com.gloebit.simulator.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import org.junit.jupiter.api.AfterEach;

/** A test of one running simulator. */
public abstract class SimulatorTest {
    public final GloebitSimulator simulator;
    public final TestClient client;

    public SimulatorTest() {
        this(Fixture.builder());
    }

    public SimulatorTest(GloebitSimulatorBuilder builder) {
        this.simulator = builder.start();
        this.client = new TestClient(simulator);
    }

    @AfterEach
    public void closeSimulator() {
        simulator.close();
    }

    public final String token() {
        return simulator.issueToken(Fixture.KEY, "ada", Fixture.ALL_SCOPES);
    }

    public final void assertNoViolation() {
        assertThat(simulator.violations()).isEmpty();
    }
}
