package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * The {@code state} of a redirect callback is missing, forged or expired, or belongs to another session. The code was
 * not used.
 */
public final class CrossSiteStateException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public CrossSiteStateException(FailureDetails details, @Nullable Throwable cause) {
        super("The state of the callback does not belong to this session", details, cause);
    }
}
