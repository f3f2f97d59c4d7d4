package com.gloebit.simulator.internal.http;

import static java.util.stream.Collectors.toMap;

import com.gloebit.simulator.internal.wire.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The paths of the service. */
public final class Routes {
    private final Map<String, Route> routes = new TreeMap<>();

    /** The route of a path that a test names. */
    public Route named(String path) {
        return Optional.ofNullable(routes.get(path))
                .orElseThrow(
                        () -> new IllegalArgumentException("path is " + path + "; allowed are " + routes.keySet()));
    }

    public Set<String> paths() {
        return routes.keySet();
    }

    public List<String> forms() {
        return routes.values().stream().flatMap(Route::forms).sorted().toList();
    }

    public Optional<Route> find(String path) {
        return Optional.ofNullable(routes.get(path));
    }

    /** Adds a route whose verbs take the same numbers of path parameters. */
    public void add(String path, List<String> verbs, List<Integer> pathParameters, Endpoint endpoint) {
        add(path, verbs.stream().collect(toMap(verb -> verb, unused -> pathParameters)), endpoint);
    }

    /** Adds a route; each verb has its numbers of path parameters. */
    public void add(String path, Map<String, List<Integer>> pathParametersByVerb, Endpoint endpoint) {
        routes.put(path, new Route(path, pathParametersByVerb, endpoint));
    }
}
