package com.gloebit.reactive.internal.meter;

import com.gloebit.reactive.failure.Outcome;

/** The values of the tag {@code outcome} of {@code gloebit.client.operation}. */
public enum CallResult {
    DONE("done"),
    NOT_DONE("not-done"),
    UNKNOWN("unknown"),
    CANCELLED("cancelled");

    private final String tag;

    CallResult(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    public static CallResult of(Outcome outcome) {
        return outcome == Outcome.UNKNOWN ? UNKNOWN : NOT_DONE;
    }
}
