package com.gloebit.reactive.authorization;

/** OAuth's {@code approval_prompt}: whether Gloebit asks the user for consent again. */
public enum ApprovalPrompt {
    /**
     * Gloebit's default: Gloebit always asks and always issues a new token. The user's previous token becomes invalid,
     * so two nodes of an application that authorize the same user invalidate each other's token.
     */
    FORCE("force"),
    /** Gloebit reuses an existing token for the same application, user and scope. */
    AUTO("auto");

    private final String text;

    ApprovalPrompt(String text) {
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
