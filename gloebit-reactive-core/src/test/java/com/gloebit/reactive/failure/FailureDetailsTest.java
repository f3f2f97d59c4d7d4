package com.gloebit.reactive.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureDetailsTest {
    @Test
    void theTextHasTheKnownDetails() {
        assertThat(new FailureDetails("transact", Outcome.UNKNOWN, 2, "unknown token", "queued", 200, null))
                .hasToString(
                        "transact is UNKNOWN after 2 attempts, HTTP 200, status \"queued\", reason \"unknown token\"");
    }

    @Test
    void theTextOmitsUnknownDetails() {
        assertThat(new FailureDetails("balance", Outcome.NOT_DONE, 1, null, null, null, null))
                .hasToString("balance is NOT_DONE after 1 attempt");
    }

    @Test
    void theTextHasNoTextOfTheServer() {
        assertThat(new FailureDetails("balance", Outcome.NOT_DONE, 0, "hello ada", "ada", null, null))
                .hasToString("balance is NOT_DONE after 0 attempts, status not listed (3 characters),"
                        + " reason not listed (9 characters)");
    }
}
