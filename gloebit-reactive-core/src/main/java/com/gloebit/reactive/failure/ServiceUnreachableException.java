package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/** No connection, no answer in time, or a connection that broke. Outcome {@code NOT_DONE} if nothing was sent, {@code UNKNOWN} for a change that was. */
public final class ServiceUnreachableException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public ServiceUnreachableException(FailureDetails details, @Nullable Throwable cause) {
        super("Gloebit did not answer", details, cause);
    }
}
