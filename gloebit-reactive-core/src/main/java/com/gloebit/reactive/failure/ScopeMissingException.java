package com.gloebit.reactive.failure;

import com.gloebit.reactive.authorization.Scope;

/** The credential is known to lack the scope that the endpoint needs. Nothing was sent. */
public final class ScopeMissingException extends GloebitException {
    private final Scope required;

    /**
     * Made by the client; public for users' own tests.
     *
     * @param required the scope to ask for when the user authorizes again
     * @param details what is known of the failure
     */
    public ScopeMissingException(Scope required, FailureDetails details) {
        super("The credential lacks the scope " + required.text(), details, null);
        this.required = required;
    }

    /**
     * The scope to ask for when the user authorizes again.
     *
     * @return never null
     */
    public Scope required() {
        return required;
    }
}
