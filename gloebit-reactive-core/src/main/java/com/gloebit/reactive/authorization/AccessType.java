package com.gloebit.reactive.authorization;

/** OAuth's {@code access_type}. */
public enum AccessType {
    /** Gloebit's default. */
    ONLINE("online"),
    /** Accepted by Gloebit, but not supported. */
    OFFLINE("offline");

    private final String text;

    AccessType(String text) {
        this.text = text;
    }

    /**
     * The value of the query parameter.
     *
     * @return one word
     */
    public String text() {
        return text;
    }
}
