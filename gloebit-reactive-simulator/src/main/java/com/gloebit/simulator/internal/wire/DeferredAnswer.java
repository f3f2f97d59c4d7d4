package com.gloebit.simulator.internal.wire;

import reactor.core.publisher.Mono;

/**
 * What an answer waits for, and who waits for it.
 *
 * @param late gives the answer in the end, with what happened meanwhile
 * @param gone runs when it was sent or lost
 */
public record DeferredAnswer(Mono<Answer> late, Runnable gone) {}
