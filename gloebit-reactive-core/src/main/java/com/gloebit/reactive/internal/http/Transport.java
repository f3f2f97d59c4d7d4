package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.endpoint.Call;
import reactor.core.publisher.Mono;

/** Sends one request and returns one complete answer. */
@FunctionalInterface
public interface Transport {
    /** Sends the request when subscribed to, if the gate permits it. */
    Mono<Answer> exchange(Call<?, ?> call, SendGate gate);
}
