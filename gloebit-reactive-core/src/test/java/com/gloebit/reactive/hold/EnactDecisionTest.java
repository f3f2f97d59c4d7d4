package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnactDecisionTest {
    @Test
    void saysWhichItIsAndNotWhy() {
        assertThat(EnactDecision.goOn()).hasToString("go on");
        assertThat(EnactDecision.later()).hasToString("later");
        assertThat(EnactDecision.cancel("ada is banned")).hasToString("cancel");
    }
}
