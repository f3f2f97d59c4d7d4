package com.gloebit.reactive.fault;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gloebit.simulator.Fault;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault that cannot be sent as it was asked for is refused where it is made. */
class BadFaultTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT0.5S", "PT1.000000001S"})
    void aRetryAfterThatTheHeaderCannotExpressIsRefused(Duration retryAfter) {
        assertThatThrownBy(() -> Fault.status(503, retryAfter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retryAfter is " + retryAfter + "; whole seconds are needed, 0 or more");
    }
}
