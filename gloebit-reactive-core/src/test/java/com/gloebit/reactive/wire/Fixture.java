package com.gloebit.reactive.wire;

import com.gloebit.reactive.GloebitClient;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One endpoint as it is used: the requests it makes, the answers to them, and the value that comes of it.
 *
 * @param endpoint the name of the row
 * @param title what is special about this use
 * @param interactions requests and answers
 * @param call what the application does
 * @param value what it gets; null if the call only completes
 */
record Fixture(
        String endpoint,
        String title,
        List<Interaction> interactions,
        Function<GloebitClient, Mono<?>> call,
        @Nullable Object value) {

    static Fixture of(
            String endpoint,
            String title,
            Interaction interaction,
            Function<GloebitClient, Mono<?>> call,
            @Nullable Object value) {
        return new Fixture(endpoint, title, List.of(interaction), call, value);
    }

    /** The name of the test. */
    @Override
    public String toString() {
        return endpoint + ": " + title;
    }
}
