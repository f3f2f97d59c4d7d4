package com.gloebit.reactive.internal.endpoint;

/** The calls that share a circuit breaker: one kind of trouble must not stop the other kinds. */
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
