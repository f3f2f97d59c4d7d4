package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnactDecisionTest {
    @Test
    void theTextOfADecisionHasNoReason() {
        assertThat(EnactDecision.approve()).hasToString("approve");
        assertThat(EnactDecision.retryLater()).hasToString("retry later");
        assertThat(EnactDecision.reject("ada is banned")).hasToString("reject");
    }
}
