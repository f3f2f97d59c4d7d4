package com.gloebit.reactive.failure;

import org.jspecify.annotations.Nullable;

/**
 * Gloebit understood the request and refused it ({@code success} is false). The reason is in {@link #details()}. Not sent
 * again, unless it says itself to try again. An error of its database, which it names for subscriptions only,
 * leaves the outcome {@code UNKNOWN}.
 */
public final class RequestRefusedException extends GloebitException {
    /**
     * Made by the client; public for users' own tests.
     *
     * @param details what is known of the failure
     * @param cause what led to it, if it was another failure
     */
    public RequestRefusedException(FailureDetails details, @Nullable Throwable cause) {
        super("Gloebit refused", details, cause);
    }
}
