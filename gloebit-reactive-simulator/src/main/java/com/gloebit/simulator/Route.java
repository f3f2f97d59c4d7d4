package com.gloebit.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A path of the service, its verbs, and who answers. */
final class Route {
    private final String path;
    private final List<String> verbs;
    private final List<Integer> pathParameters;
    private final Endpoint endpoint;
    private final AtomicLong requests = new AtomicLong();

    Route(String path, List<String> verbs, List<Integer> pathParameters, Endpoint endpoint) {
        this.path = path;
        this.verbs = verbs;
        this.pathParameters = pathParameters;
        this.endpoint = endpoint;
    }

    String path() {
        return path;
    }

    boolean isTransact() {
        return path.endsWith("/transact") || path.equals(TransactForm.USER_PAYMENT_PATH);
    }

    void count() {
        requests.incrementAndGet();
    }

    long requestCount() {
        return requests.get();
    }

    Answer answer(Request request) {
        if (!verbs.contains(request.method())) {
            throw new ContractViolation("the verb is " + Words.quoted(request.method()) + "; allowed is " + verbs);
        }
        if (!pathParameters.contains(request.pathParameters().size())) {
            throw new ContractViolation(
                    "there are " + request.pathParameters().size() + " path parameters; allowed are " + pathParameters);
        }
        return endpoint.answer(request);
    }
}
