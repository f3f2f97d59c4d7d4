package com.gloebit.reactive.endpoint.support;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One documented form of a request, its answer, and the value of the call.
 *
 * @param title what is special about this form
 * @param interactions requests and answers; the endpoint's own is the last
 * @param call what the application does
 * @param value what it gets; null if the call only completes
 */
public record Fixture(
        String title,
        List<Interaction> interactions,
        Function<GloebitClient, Mono<?>> call,
        @Nullable Object value) {

    static Fixture of(
            String title, Interaction interaction, Function<GloebitClient, Mono<?>> call, @Nullable Object value) {
        return new Fixture(title, List.of(interaction), call, value);
    }

    /** A call of Ada's. */
    static Fixture ofUser(
            String title, Interaction interaction, Function<AuthorizedUser, Mono<?>> call, @Nullable Object value) {
        return of(title, interaction, client -> call.apply(client.withCredential(Given.CREDENTIAL)), value);
    }

    /** Returns the interactions that lead up to the endpoint's own, such as the look-up of a name. */
    public List<Interaction> before() {
        return interactions.subList(0, interactions.size() - 1);
    }

    public Interaction own() {
        return interactions.get(interactions.size() - 1);
    }

    @Override
    public String toString() {
        return title;
    }
}
