package com.gloebit.simulator.internal.wire;

import java.util.Set;

/** Requests without arguments, and those whose path has all of them. */
public final class Bodies {
    /** The Unity client reads everything by POST with this body, whatever its content type. */
    private static final String UNITY = "ignore";

    private static final String PYTHON = "{}";

    private Bodies() {}

    public static void expectNone(Request request) {
        expectOneOf(request.isPost() ? Set.of("", UNITY) : Set.of(""), request);
        expectNoQuery(request);
    }

    /** The Python clients send an empty object along with the product and the count in the path. */
    public static void expectNoneBesidesPath(Request request) {
        expectOneOf(Set.of("", UNITY, PYTHON), request);
        expectNoQuery(request);
    }

    public static void expectNoBody(Request request) {
        expectOneOf(Set.of(""), request);
    }

    private static void expectOneOf(Set<String> allowed, Request request) {
        if (!allowed.contains(request.body())) {
            throw new ContractViolation("there is a body where none belongs");
        }
    }

    public static void expectNoQuery(Request request) {
        if (!request.rawQuery().isEmpty()) {
            throw new ContractViolation("there is a query where none belongs");
        }
    }
}
