package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * The user's authorization did not lead to a credential: Gloebit answered with an OAuth error, or the answer to the
 * token exchange was lost. A code works once and showing it twice may revoke what it gave, so the remedy is always to
 * send the user to the authorize URL again.
 */
public final class AuthorizationFailedException extends GloebitException {
    private final @Nullable String error;

    /**
     * Made by the client; public for users' own tests.
     *
     * @param error the OAuth error code, if there was one
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
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
     * @return null if the answer was lost or named none
     */
    public @Nullable String error() {
        return error;
    }
}
