package com.gloebit.simulator;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The paths of the service. */
final class Routes {
    private final Map<String, Route> routes = new TreeMap<>();

    /** The route of a path that a test names. */
    Route named(String path) {
        return Optional.ofNullable(routes.get(path))
                .orElseThrow(
                        () -> new IllegalArgumentException("path is " + path + "; allowed are " + routes.keySet()));
    }

    Set<String> paths() {
        return routes.keySet();
    }

    List<String> forms() {
        return routes.values().stream().flatMap(Route::forms).sorted().toList();
    }

    Optional<Route> find(String path) {
        return Optional.ofNullable(routes.get(path));
    }

    /** Adds a route whose verbs take the same numbers of path parameters. */
    void add(String path, List<String> verbs, List<Integer> pathParameters, Endpoint endpoint) {
        add(path, verbs.stream().collect(toMap(verb -> verb, unused -> pathParameters)), endpoint);
    }

    /** Adds a route; each verb has its numbers of path parameters. */
    void add(String path, Map<String, List<Integer>> pathParametersByVerb, Endpoint endpoint) {
        routes.put(path, new Route(path, pathParametersByVerb, endpoint));
    }
}
