package com.gloebit.reactive.authorization;

/** OAuth's {@code approval_prompt}: whether the user is asked again. */
public enum ApprovalPrompt {
    /**
     * Gloebit's default: always ask, always a new token. The token that the user had before ends: two nodes of an
     * application that authorize the same user cut each other off.
     */
    FORCE("force"),
    /** Reuse what the user allowed before, for the same application and scope. */
    AUTO("auto");

    private final String text;

    ApprovalPrompt(String text) {
        this.text = text;
    }

    /**
     * As it travels.
     *
     * @return one word
     */
    public String text() {
        return text;
    }
}
