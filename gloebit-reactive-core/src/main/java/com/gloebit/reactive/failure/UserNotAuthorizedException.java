package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/** The credential store has no credential of the user. Nothing was sent. Authorize the user. */
public final class UserNotAuthorizedException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of it
     * @param cause null
     */
    public UserNotAuthorizedException(FailureDetails details, @Nullable Throwable cause) {
        super("No credential of this user in the credential store", details, cause);
    }
}
