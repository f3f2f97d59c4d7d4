package com.gloebit.simulator.internal.wire;

import java.util.Set;

/** Checks of requests without arguments, or with all arguments in the path. */
public final class Bodies {
    /** The Unity client sends this body with each POST that reads, with any content type. */
    private static final String UNITY = "ignore";

    private static final String PYTHON = "{}";

    private Bodies() {}

    public static void expectNone(Request request) {
        expectOneOf(request.isPost() ? Set.of("", UNITY) : Set.of(""), request);
        expectNoQuery(request);
    }

    /** Accepts an empty object, which the Python clients send in addition to product and count in the path. */
    public static void expectNoneBesidesPath(Request request) {
        expectOneOf(Set.of("", UNITY, PYTHON), request);
        expectNoQuery(request);
    }

    public static void expectNoBody(Request request) {
        expectOneOf(Set.of(""), request);
    }

    private static void expectOneOf(Set<String> allowed, Request request) {
        if (!allowed.contains(request.body())) {
            throw new ContractViolation("the request has a body, which is not allowed");
        }
    }

    public static void expectNoQuery(Request request) {
        if (!request.rawQuery().isEmpty()) {
            throw new ContractViolation("the request has a query, which is not allowed");
        }
    }
}
