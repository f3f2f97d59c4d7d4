package com.gloebit.reactive.internal.endpoint;

/** A family of calls that share a circuit breaker, so that a failing family does not block the others. */
public enum CallFamily {
    TOKEN("token"),
    TRANSACTION("transaction"),
    ACCOUNT("account");

    private final String text;

    CallFamily(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
