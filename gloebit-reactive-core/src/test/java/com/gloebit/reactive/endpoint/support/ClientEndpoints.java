package com.gloebit.reactive.endpoint.support;

import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

/** The endpoints of the client, found by reflection, so that a new one is among them. */
public final class ClientEndpoints {
    private ClientEndpoints() {}

    public static Stream<Endpoint<?, ?>> all() {
        return Stream.of(Endpoints.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(ClientEndpoints::value);
    }

    private static Endpoint<?, ?> value(Field field) {
        try {
            return (Endpoint<?, ?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is no public endpoint", e);
        }
    }
}
