package com.gloebit.reactive.fuzz;

import com.gloebit.reactive.endpoint.support.ClientEndpoints;
import com.gloebit.reactive.endpoint.support.EndpointEntries;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint, and the argument of the call as far as the endpoint's reader looks at it.
 *
 * @param endpoint reads the answers
 * @param argument the argument of the call
 */
@SuppressWarnings("NullAway") // endpoints whose reader looks at no argument get none
record FuzzedEndpoint(
        Endpoint<Object, Object> endpoint, @Nullable Object argument) {
    private static final Map<String, FuzzedEndpoint> BY_NAME =
            ClientEndpoints.all().collect(Collectors.toMap(Endpoint::name, FuzzedEndpoint::of));

    static FuzzedEndpoint named(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    @SuppressWarnings("unchecked") // the argument is the endpoint's
    private static FuzzedEndpoint of(Endpoint<?, ?> endpoint) {
        return new FuzzedEndpoint(
                (Endpoint<Object, Object>) endpoint,
                EndpointEntries.named(endpoint.name()).argument());
    }

    Object read(Answer answer) {
        return endpoint.read(argument, answer);
    }

    GloebitException unknownOutcome(GloebitException last) {
        return endpoint.unknownOutcome(argument, last);
    }
}
