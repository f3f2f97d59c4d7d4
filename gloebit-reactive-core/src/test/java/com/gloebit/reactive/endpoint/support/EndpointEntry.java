package com.gloebit.reactive.endpoint.support;

import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.internal.endpoint.RepeatSafety;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that the tests say about one endpoint. It is written from the contract; nothing is read from the client's own
 * {@code Endpoints}.
 *
 * @param name the name in docs/wire-contract.md
 * @param repeatSafety what the contract says about a request that is sent twice
 * @param argument what the endpoint's reader compares an answer with; null if it reads the answer alone
 * @param settings of a client that calls the endpoint
 * @param fixtures the documented requests and answers
 * @param calls of a user to the simulated service
 */
public record EndpointEntry(
        String name,
        RepeatSafety repeatSafety,
        @Nullable Object argument,
        UnaryOperator<GloebitClientBuilder> settings,
        List<Fixture> fixtures,
        List<SimulatedCall> calls) {

    static EndpointEntry of(String name, RepeatSafety repeatSafety) {
        return new EndpointEntry(name, repeatSafety, null, UnaryOperator.identity(), List.of(), List.of());
    }

    EndpointEntry withArgument(Object argument) {
        return new EndpointEntry(name, repeatSafety, argument, settings, fixtures, calls);
    }

    EndpointEntry withSettings(UnaryOperator<GloebitClientBuilder> settings) {
        return new EndpointEntry(name, repeatSafety, argument, settings, fixtures, calls);
    }

    EndpointEntry withFixture(Fixture fixture) {
        return new EndpointEntry(name, repeatSafety, argument, settings, added(fixtures, fixture), calls);
    }

    EndpointEntry withCall(SimulatedCall call) {
        return new EndpointEntry(name, repeatSafety, argument, settings, fixtures, added(calls, call));
    }

    private static <T> List<T> added(List<T> list, T element) {
        List<T> added = new ArrayList<>(list);
        added.add(element);
        return List.copyOf(added);
    }

    /** Returns whether the endpoint only reads. */
    public boolean reads() {
        return repeatSafety == RepeatSafety.ALWAYS;
    }

    /** Returns whether the request may be sent again after a lost answer. */
    public boolean isRepeatable() {
        return reads() || repeatSafety == RepeatSafety.BY_KEY;
    }

    @Override
    public String toString() {
        return name;
    }
}
