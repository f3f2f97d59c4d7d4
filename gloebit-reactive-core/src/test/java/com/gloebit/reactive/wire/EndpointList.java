package com.gloebit.reactive.wire;

import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

/** Every row of the API, found and not listed: a new one is among them. */
public final class EndpointList {
    private EndpointList() {}

    public static Stream<Endpoint<?, ?>> all() {
        return Stream.of(Endpoints.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(EndpointList::row);
    }

    private static Endpoint<?, ?> row(Field field) {
        try {
            return (Endpoint<?, ?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is no public row", e);
        }
    }
}
