package com.gloebit.reactive.endpoint.support;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.flow.support.SimulatedShop;
import java.util.function.BiConsumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A call to the simulated service. */
@FunctionalInterface
public interface SimulatedCall {
    /**
     * Prepares the service for the call.
     *
     * @param shop whose own client makes the preparations
     * @param client makes the call; it has no connection yet
     */
    PreparedCall<?> prepare(SimulatedShop shop, GloebitClient client);

    /** A call of Ada's that needs no preparation. */
    static <T> SimulatedCall ofUser(Function<AuthorizedUser, Mono<T>> call, BiConsumer<SimulatedShop, T> check) {
        return (shop, client) ->
                PreparedCall.of(shop, call.apply(shop.adaBy(client)), value -> check.accept(shop, value));
    }
}
