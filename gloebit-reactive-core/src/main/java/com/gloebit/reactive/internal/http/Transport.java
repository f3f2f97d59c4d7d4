package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.internal.endpoint.Answer;
import com.gloebit.reactive.internal.endpoint.Call;
import reactor.core.publisher.Mono;

/** The one seam to the network: one request, one whole answer. */
@FunctionalInterface
public interface Transport {
    /** Sends when subscribed to, if the gate lets it. */
    Mono<Answer> exchange(Call<?, ?> call, SendGate gate);
}
