package com.gloebit.reactive.hold;

/** What Gloebit calls the application for. Consume and cancel are final, and exclude each other. */
public enum HoldStep {
    /** Everything is held; Gloebit is about to commit and asks whether to go on. */
    ENACT("enact"),
    /** Committed. */
    CONSUME("consume"),
    /** Rolled back; it may come without an enact before it. */
    CANCEL("cancel");

    private final String text;

    HoldStep(String text) {
        this.text = text;
    }

    /**
     * As in URLs and meters.
     *
     * @return one word
     */
    public String text() {
        return text;
    }
}
