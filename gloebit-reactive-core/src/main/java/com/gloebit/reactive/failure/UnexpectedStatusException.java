package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/** The HTTP status was not 200; it is in {@link #details()}. A 4xx (but 408 and 409) is {@code NOT_DONE}; any other status leaves a change {@code UNKNOWN}. */
public final class UnexpectedStatusException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public UnexpectedStatusException(FailureDetails details, @Nullable Throwable cause) {
        super("Unexpected HTTP status", details, cause);
    }
}
