package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * No connection, no answer in time, or a connection that broke. Outcome {@code NOT_DONE} if nothing was sent, {@code
 * UNKNOWN} for a change that was. A fault of TLS that a repeat does not mend, such as an expired certificate, is not
 * repeated, and the message names it.
 */
public final class ServiceUnreachableException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public ServiceUnreachableException(FailureDetails details, @Nullable Throwable cause) {
        this("Gloebit did not answer", details, cause);
    }

    /**
     * Made by the client; public for users' own tests.
     *
     * @param what why the service cannot be reached, in words that quote nothing
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public ServiceUnreachableException(String what, FailureDetails details, @Nullable Throwable cause) {
        super(what, details, cause);
    }
}
