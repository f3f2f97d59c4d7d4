package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.transaction.TransactionId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The pipeline, for one credential and one set of limits.
 *
 * @param pipeline what every call goes through
 * @param credential for whom; null where none is needed
 * @param user the application's key for the user; null if it is not known
 * @param limits how long, and how often
 */
public record EndpointInvoker(
        Pipeline pipeline,
        @Nullable Credential credential,
        @Nullable String user,
        CallLimits limits) {
    /** For the application itself. */
    public static EndpointInvoker of(Pipeline pipeline, CallLimits limits) {
        return new EndpointInvoker(pipeline, null, null, limits);
    }

    /** Asks one question, when subscribed to. */
    public <A, R> Mono<R> call(Endpoint<A, R> endpoint, A argument) {
        return pipeline.run(Call.of(endpoint, argument, credential), limits);
    }

    /** The same, for endpoints that take no argument. */
    @SuppressWarnings("NullAway") // null is the only value of Void
    public <R> Mono<R> call(Endpoint<Void, R> endpoint) {
        return call(endpoint, null);
    }

    /** The same, as a part of a purchase, whose failures name it. */
    @SuppressWarnings("NullAway") // null is the only value of Void
    public <R> Mono<R> callFor(@Nullable TransactionId purchase, Endpoint<Void, R> endpoint) {
        return pipeline.run(Call.of(endpoint, null, credential).partOf(purchase), limits);
    }

    public EndpointInvoker withLimits(CallLimits limits) {
        return new EndpointInvoker(pipeline, credential, user, limits);
    }

    /** Names no user. */
    @Override
    public String toString() {
        return "EndpointInvoker[" + limits + "]";
    }
}
