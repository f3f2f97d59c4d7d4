package com.gloebit.simulator.internal.wire;

import reactor.core.publisher.Mono;

/**
 * An answer that is determined later.
 *
 * @param late emits the answer, which reflects the callbacks made in the meantime
 * @param gone runs after the answer was sent or discarded
 */
public record DeferredAnswer(Mono<Answer> late, Runnable gone) {}
