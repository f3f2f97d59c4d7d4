package com.gloebit.reactive.internal.pipeline;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended. A failure is passed on as a value while a timeout or a cancellation may still come first:
 * Reactor logs an error that arrives after them with its stack trace, but drops a value silently.
 *
 * @param value the value that was read; null if the attempt failed
 * @param error the failure; null if the attempt succeeded
 */
record AttemptEnd<R>(@Nullable R value, @Nullable Throwable error) {
    static <R> AttemptEnd<R> of(R value) {
        return new AttemptEnd<>(value, null);
    }

    static <R> AttemptEnd<R> failed(Throwable error) {
        return new AttemptEnd<>(null, error);
    }

    static <R> AttemptEnd<R> timedOut() {
        return failed(new TimeoutException("the attempt's time is up"));
    }

    /** Shows no value: Reactor logs a late value at a level below INFO. */
    @Override
    public String toString() {
        return error == null ? "AttemptEnd[success]" : "AttemptEnd[failure]";
    }
}
