package com.gloebit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.support.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {
    @Test
    void simulatorListensOnTheChosenPort() {
        int free;
        try (GloebitSimulator first = Fixture.builder().start()) {
            free = first.baseUri().getPort();
        }
        try (GloebitSimulator second = Fixture.builder().port(free).start()) {
            assertThat(second.baseUri().getPort()).isEqualTo(free);
        }
    }

    @Test
    void startFailsIfThePortIsInUse() {
        try (GloebitSimulator first = Fixture.builder().start()) {
            GloebitSimulatorBuilder second =
                    Fixture.builder().port(first.baseUri().getPort());

            assertThatThrownBy(second::start)
                    .hasMessageContaining(String.valueOf(first.baseUri().getPort()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void portOutOfRangeIsRefused(int port) {
        assertThatThrownBy(() -> Fixture.builder().port(port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port is " + port + "; 0 to 65535 is allowed");
    }
}
