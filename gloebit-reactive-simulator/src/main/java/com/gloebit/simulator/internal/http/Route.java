package com.gloebit.simulator.internal.http;

import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Endpoint;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.ViolationText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A path of the service, its verbs and its endpoint. */
public final class Route {
    private final String path;
    private final Map<String, List<Integer>> pathParametersByVerb;
    private final Endpoint endpoint;
    private final AtomicLong requests = new AtomicLong();

    /** Takes the allowed numbers of path parameters for each verb. */
    Route(String path, Map<String, List<Integer>> pathParametersByVerb, Endpoint endpoint) {
        this.path = path;
        this.pathParametersByVerb = new TreeMap<>(pathParametersByVerb);
        this.endpoint = endpoint;
    }

    String path() {
        return path;
    }

    void count() {
        requests.incrementAndGet();
    }

    public long requestCount() {
        return requests.get();
    }

    /** Verb and path of each form, with a star for each path parameter. */
    public Stream<String> forms() {
        return pathParametersByVerb.entrySet().stream()
                .flatMap(
                        verb -> verb.getValue().stream().map(count -> verb.getKey() + " " + path + "/*".repeat(count)));
    }

    Answer answer(Request request) {
        List<Integer> allowed = Optional.ofNullable(pathParametersByVerb.get(request.method()))
                .orElseThrow(() -> new ContractViolation("the verb is " + ViolationText.quoted(request.method())
                        + "; allowed is " + pathParametersByVerb.keySet()));
        int given = request.pathParameters().size();
        if (!allowed.contains(given)) {
            throw new ContractViolation(
                    "there are " + given + " path parameters; with " + request.method() + " allowed are " + allowed);
        }
        return endpoint.answer(request);
    }
}
