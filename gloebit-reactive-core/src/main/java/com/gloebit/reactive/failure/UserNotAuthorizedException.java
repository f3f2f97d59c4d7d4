package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/** The credential store contains no credential of the user. Nothing was sent. Authorize the user. */
public final class UserNotAuthorizedException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause null
     */
    public UserNotAuthorizedException(FailureDetails details, @Nullable Throwable cause) {
        super("No credential of this user in the credential store", details, cause);
    }
}
