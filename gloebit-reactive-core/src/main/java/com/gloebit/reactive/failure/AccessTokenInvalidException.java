package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * Gloebit does not accept the access token: it was revoked, dropped or replaced. Authorize the user again. The call is
 * not retried.
 */
public final class AccessTokenInvalidException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public AccessTokenInvalidException(FailureDetails details, @Nullable Throwable cause) {
        super("The access token is not valid", details, cause);
    }
}
