package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * No connection could be opened, no answer arrived in time, or the connection broke. The outcome is {@code NOT_DONE} if
 * nothing was sent, and {@code UNKNOWN} if a change was sent. A permanent TLS failure, such as an expired certificate,
 * is not retried; the message names it.
 */
public final class ServiceUnreachableException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public ServiceUnreachableException(FailureDetails details, @Nullable Throwable cause) {
        this("Gloebit did not answer", details, cause);
    }

    /**
     * Created by the client; public for tests of applications.
     *
     * @param what the reason, without quotations from the network or the server
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public ServiceUnreachableException(String what, FailureDetails details, @Nullable Throwable cause) {
        super(what, details, cause);
    }
}
