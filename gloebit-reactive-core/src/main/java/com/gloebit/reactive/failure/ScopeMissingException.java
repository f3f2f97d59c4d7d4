package com.gloebit.reactive.failure;

import com.gloebit.reactive.authorization.Scope;

/** The scopes of the credential are known and lack the one that the endpoint requires. Nothing was sent. */
public final class ScopeMissingException extends GloebitException {
    private final Scope required;

    /**
     * Created by the client; public for tests of applications.
     *
     * @param required the scope to request when the user authorizes again
     * @param details the details of the failure
     */
    public ScopeMissingException(Scope required, FailureDetails details) {
        super("The credential lacks the scope " + required.text(), details, null);
        this.required = required;
    }

    /**
     * The scope to request when the user authorizes again.
     *
     * @return never null
     */
    public Scope required() {
        return required;
    }
}
