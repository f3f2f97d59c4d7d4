package com.gloebit.simulator;

/** Requests without arguments. */
final class Bodies {
    private Bodies() {}

    /** The Unity client reads everything by POST with this body, whatever its content type. */
    static void expectNone(Request request) {
        String allowed = request.isPost() ? "ignore" : "";
        if (!request.body().isEmpty() && !request.body().equals(allowed)) {
            throw new ContractViolation("there is a body where none belongs");
        }
        expectNoQuery(request);
    }

    static void expectNoQuery(Request request) {
        if (!request.rawQuery().isEmpty()) {
            throw new ContractViolation("there is a query where none belongs");
        }
    }
}
