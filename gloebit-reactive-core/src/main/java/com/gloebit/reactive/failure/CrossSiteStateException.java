package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/** The {@code state} of a redirect callback is missing, forged, expired, or belongs to another session. The code was not used. */
public final class CrossSiteStateException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public CrossSiteStateException(FailureDetails details, @Nullable Throwable cause) {
        super("The state of the callback does not belong to this session", details, cause);
    }
}
