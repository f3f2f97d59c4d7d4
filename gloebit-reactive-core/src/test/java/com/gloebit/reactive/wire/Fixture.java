package com.gloebit.reactive.wire;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One endpoint as it is used: the requests it makes, the answers to them, and the value that comes of it.
 *
 * @param endpoint the name of the row
 * @param title what is special about this use
 * @param interactions requests and answers
 * @param settings how the client is set up
 * @param call what the application does
 * @param value what it gets; null if the call only completes
 */
record Fixture(
        String endpoint,
        String title,
        List<Interaction> interactions,
        UnaryOperator<GloebitClientBuilder> settings,
        Function<GloebitClient, Mono<?>> call,
        @Nullable Object value) {

    static Fixture of(
            String endpoint,
            String title,
            Interaction interaction,
            Function<GloebitClient, Mono<?>> call,
            @Nullable Object value) {
        return of(endpoint, title, List.of(interaction), call, value);
    }

    static Fixture of(
            String endpoint,
            String title,
            List<Interaction> interactions,
            Function<GloebitClient, Mono<?>> call,
            @Nullable Object value) {
        return new Fixture(endpoint, title, interactions, UnaryOperator.identity(), call, value);
    }

    Fixture with(UnaryOperator<GloebitClientBuilder> settings) {
        return new Fixture(endpoint, title, interactions, settings, call, value);
    }

    /** The requests that lead up to the endpoint's own, such as the look-up of a name. */
    List<Interaction> before() {
        return interactions.subList(0, interactions.size() - 1);
    }

    Interaction own() {
        return interactions.get(interactions.size() - 1);
    }

    /** The name of the test. */
    @Override
    public String toString() {
        return endpoint + ": " + title;
    }
}
