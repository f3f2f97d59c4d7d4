package com.gloebit.simulator.internal.http;

import java.util.List;
import java.util.Optional;

/**
 * The route of a request.
 *
 * @param route the route, empty for an unknown path
 * @param parameters the path segments after the route's path, still encoded
 */
record RouteMatch(Optional<Route> route, String path, List<String> parameters, String rawQuery) {

    static RouteMatch of(String uri, Routes routes) {
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        String query = question < 0 ? "" : uri.substring(question + 1);
        List<String> segments = segments(path);
        return match(routes, segments, 2, query)
                .or(() -> match(routes, segments, 1, query))
                .orElseGet(() -> new RouteMatch(Optional.empty(), path, List.of(), query));
    }

    private static Optional<RouteMatch> match(Routes routes, List<String> segments, int length, String query) {
        if (segments.size() < length) {
            return Optional.empty();
        }
        String path = "/" + String.join("/", segments.subList(0, length));
        return routes.find(path)
                .map(route ->
                        new RouteMatch(Optional.of(route), path, segments.subList(length, segments.size()), query));
    }

    /** Splits a path. A trailing slash adds no segment; the root has one empty segment. */
    private static List<String> segments(String path) {
        String trimmed = path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
        return trimmed.startsWith("/") ? List.of(trimmed.substring(1).split("/", -1)) : List.of();
    }
}
