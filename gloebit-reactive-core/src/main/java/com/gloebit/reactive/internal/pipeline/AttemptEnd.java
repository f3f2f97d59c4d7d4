package com.gloebit.reactive.internal.pipeline;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended. A failure is a value, too, as long as a timeout or a cancellation may come first: Reactor logs an
 * error that comes after them, with its stack, and says nothing of a value.
 *
 * @param value what was read, if it succeeded
 * @param error what it failed by, if it did
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

    /** Reactor logs a value that comes too late, below INFO. */
    @Override
    public String toString() {
        return error == null ? "AttemptEnd[success]" : "AttemptEnd[failure]";
    }
}
