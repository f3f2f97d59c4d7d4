package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.transaction.TransactionId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Invokes endpoints through the pipeline, with one credential and one set of limits.
 *
 * @param pipeline runs every call
 * @param credential the credential of the user; null if the endpoint needs none
 * @param user the application's key for the user; null if it is not known
 * @param limits the time limits and the number of attempts
 */
public record EndpointInvoker(
        Pipeline pipeline,
        @Nullable Credential credential,
        @Nullable String user,
        CallLimits limits) {
    /** Creates an invoker for calls of the application itself, without a user. */
    public static EndpointInvoker of(Pipeline pipeline, CallLimits limits) {
        return new EndpointInvoker(pipeline, null, null, limits);
    }

    /** Calls an endpoint when subscribed to. */
    public <A, R> Mono<R> call(Endpoint<A, R> endpoint, A argument) {
        return pipeline.run(Call.of(endpoint, argument, credential), limits);
    }

    /** Calls an endpoint that takes no argument. */
    @SuppressWarnings("NullAway") // null is the only value of Void
    public <R> Mono<R> call(Endpoint<Void, R> endpoint) {
        return call(endpoint, null);
    }

    /** Calls an endpoint as part of a purchase; failures carry the id of the purchase. */
    @SuppressWarnings("NullAway") // null is the only value of Void
    public <R> Mono<R> callFor(@Nullable TransactionId transactionId, Endpoint<Void, R> endpoint) {
        return pipeline.run(Call.of(endpoint, null, credential).partOf(transactionId), limits);
    }

    public EndpointInvoker withLimits(CallLimits limits) {
        return new EndpointInvoker(pipeline, credential, user, limits);
    }

    /** Shows no user. */
    @Override
    public String toString() {
        return "EndpointInvoker[" + limits + "]";
    }
}
