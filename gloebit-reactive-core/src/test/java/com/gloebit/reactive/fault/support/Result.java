package com.gloebit.reactive.fault.support;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, and what is left of it.
 *
 * @param told what the caller was told
 * @param requests how many the simulator received
 * @param connections how many were made
 * @param keeps whether the last connection is still open
 * @param carriedOut how often the ledger, the inventory or the code says that it was done
 */
public record Result(Told told, long requests, int connections, boolean keeps, int carriedOut) {

    /**
     * What the caller was told.
     *
     * @param failure the exception's class; null for success
     * @param cause the class of the failure that left the doubt, if the exception wraps it
     * @param outcome of the failure
     * @param attempts that the failure counts
     * @param httpStatus of the last answer
     */
    public record Told(
            @Nullable Class<?> failure,
            @Nullable Class<?> cause,
            @Nullable Outcome outcome,
            int attempts,
            @Nullable Integer httpStatus) {
        public static final Told SUCCESS = new Told(null, null, null, 0, null);

        public static Told of(GloebitException failure) {
            return new Told(
                    failure.getClass(),
                    failure.getCause() instanceof GloebitException wrapped ? wrapped.getClass() : null,
                    failure.outcome(),
                    failure.details().attempts(),
                    failure.details().httpStatus());
        }
    }
}
