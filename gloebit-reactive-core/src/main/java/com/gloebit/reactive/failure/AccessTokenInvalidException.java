package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/** Gloebit does not accept the access token: it was revoked, dropped or replaced. Remedy: authorize the user again. Not sent again. */
public final class AccessTokenInvalidException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public AccessTokenInvalidException(FailureDetails details, @Nullable Throwable cause) {
        super("The access token is not valid", details, cause);
    }
}
