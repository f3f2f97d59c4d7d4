package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;

/**
 * Learns how an operation ended, once for each subscription.
 *
 * @param <R> what is answered
 */
public interface CallObserver<R> {
    default void succeeded(R value) {}

    default void failed(GloebitException failure) {}

    default void cancelled(Outcome outcome) {}
}
