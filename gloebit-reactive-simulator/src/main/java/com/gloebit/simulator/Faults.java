package com.gloebit.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Faults waiting for requests. */
final class Faults {
    private final Map<Route, Queue<Fault>> waiting = new ConcurrentHashMap<>();

    void add(Route route, Fault fault, int times) {
        if (!fault.paths().isEmpty() && !fault.paths().contains(route.path())) {
            throw new IllegalArgumentException("fault is " + fault + " for " + route.path() + "; it is allowed for "
                    + new TreeSet<>(fault.paths()));
        }
        Queue<Fault> queue = waiting.computeIfAbsent(route, unused -> new ConcurrentLinkedQueue<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    Optional<Fault> take(Route route) {
        return Optional.ofNullable(waiting.get(route)).map(Queue::poll);
    }
}
