package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;

/** A test of one running simulator. */
abstract class SimulatorTest {
    final GloebitSimulator simulator;
    final TestClient client;

    SimulatorTest() {
        this(Fixture.builder());
    }

    SimulatorTest(GloebitSimulatorBuilder builder) {
        this.simulator = builder.start();
        this.client = new TestClient(simulator);
    }

    @AfterEach
    void closeSimulator() {
        simulator.close();
    }

    final String token() {
        return simulator.issueToken(Fixture.KEY, "ada", Fixture.ALL_SCOPES);
    }

    final void assertNoViolation() {
        assertThat(simulator.violations()).isEmpty();
    }
}
