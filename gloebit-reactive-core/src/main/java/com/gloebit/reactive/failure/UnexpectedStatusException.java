package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP status was not 200; {@link #details()} contains it. The outcome is {@code NOT_DONE} for a 4xx status other
 * than 408 and 409. For a change, any other status leaves the outcome {@code UNKNOWN}.
 */
public final class UnexpectedStatusException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public UnexpectedStatusException(FailureDetails details, @Nullable Throwable cause) {
        super("Unexpected HTTP status", details, cause);
    }
}
