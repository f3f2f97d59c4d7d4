package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * Gloebit understood the request and refused it ({@code success} is false). {@link #details()} contains the reason. The
 * call is retried only if the answer says to try again. A database error of Gloebit, which is documented for
 * subscriptions only, leaves the outcome {@code UNKNOWN}. For a purchase, this exception is the cause of a {@code
 * TransactionInDoubtException}: Gloebit did not decide.
 */
public final class RequestRefusedException extends GloebitException {
    /**
     * Created by the client; public for tests of applications.
     *
     * @param details the details of the failure
     * @param cause the failure that caused this one, or null
     */
    public RequestRefusedException(FailureDetails details, @Nullable Throwable cause) {
        super("Gloebit refused", details, cause);
    }
}
