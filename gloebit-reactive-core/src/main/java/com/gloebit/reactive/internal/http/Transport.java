package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.endpoint.Call;
import reactor.core.publisher.Mono;

/** The only interface to the network: one request, one complete answer. */
@FunctionalInterface
public interface Transport {
    /** Sends the request when subscribed to, if the gate permits it. */
    Mono<Answer> exchange(Call<?, ?> call, SendGate gate);
}
