package com.gloebit.reactive.endpoint.support;

import com.gloebit.reactive.flow.support.Possessions;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.flow.support.Waiting;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A call that is ready to be subscribed to.
 *
 * @param call calls the endpoint
 * @param check asserts that the value is the right one
 * @param trace returns what the service has of the call; to be asked once, at the end
 */
public record PreparedCall<T>(Mono<T> call, Consumer<T> check, Supplier<?> trace) {

    /** The trace is in what the users have. */
    static <T> PreparedCall<T> of(SimulatedShop shop, Mono<T> call, Consumer<T> check) {
        return new PreparedCall<>(call, check, () -> new Possessions(shop).all());
    }

    /** Calls once, and checks the value. */
    public void run() {
        check.accept(Waiting.block(call));
    }
}
