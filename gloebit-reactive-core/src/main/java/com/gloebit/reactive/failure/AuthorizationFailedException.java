package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * The user's authorization did not result in a credential: Gloebit answered with an OAuth error, or the answer to the
 * token exchange was lost. Send the user to the authorize URL again in both cases: a code works once, and a second use
 * of it may revoke the token that it gave.
 */
public final class AuthorizationFailedException extends GloebitException {
    private final @Nullable String error;

    /**
     * Created by the client; public for tests of applications.
     *
     * @param error the OAuth error code, or null
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public AuthorizationFailedException(@Nullable String error, FailureDetails details, @Nullable Throwable cause) {
        super(
                "Authorization failed (" + (error == null ? "no error code" : LoggableTexts.shown(error))
                        + "); start it again",
                details,
                cause);
        this.error = error;
    }

    /**
     * The OAuth error code, verbatim (RFC 6749, 4.1.2.1 and 5.2).
     *
     * @return null if the answer was lost or contained none
     */
    public @Nullable String error() {
        return error;
    }
}
