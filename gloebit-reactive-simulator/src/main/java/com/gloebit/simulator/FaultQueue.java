package com.gloebit.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Faults waiting for requests, and those that come by chance. */
final class FaultQueue {
    private final Map<Route, Queue<Fault>> waiting = new ConcurrentHashMap<>();
    private volatile Chances chances = new Chances(RandomFaults.NONE, new ConcurrentHashMap<>());

    /** Chances, and how many requests of each endpoint they were drawn for. */
    private record Chances(RandomFaults faults, Map<Route, AtomicLong> drawn) {
        Optional<Fault> draw(Route route) {
            long n = drawn.computeIfAbsent(route, unused -> new AtomicLong()).getAndIncrement();
            return faults.draw(route.path(), n);
        }
    }

    void add(Route route, Fault fault, int times) {
        fault.requireFor(route.path());
        Queue<Fault> queue = waiting.computeIfAbsent(route, unused -> new ConcurrentLinkedQueue<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    void randomly(RandomFaults faults) {
        chances = new Chances(faults, new ConcurrentHashMap<>());
    }

    Optional<Fault> take(Route route) {
        return Optional.ofNullable(waiting.get(route)).map(Queue::poll).or(() -> chances.draw(route));
    }
}
