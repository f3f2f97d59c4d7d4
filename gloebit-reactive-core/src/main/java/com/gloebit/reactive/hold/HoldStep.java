package com.gloebit.reactive.hold;

/**
 * The steps of a transaction that Gloebit reports by callbacks. Consume and cancel are final and exclude each other.
 */
public enum HoldStep {
    /** Gloebit holds everything, is about to commit, and asks for the application's consent. */
    ENACT("enact"),
    /** Gloebit has committed. */
    CONSUME("consume"),
    /** Gloebit has rolled back. A cancel may arrive without an enact before it. */
    CANCEL("cancel");

    private final String text;

    HoldStep(String text) {
        this.text = text;
    }

    /**
     * The name of the step in URLs and meters.
     *
     * @return one word
     */
    public String text() {
        return text;
    }
}
