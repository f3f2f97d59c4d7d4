package com.gloebit.simulator.internal.http;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The queued faults of each endpoint, and the random faults. */
public final class FaultQueue {
    private final Map<Route, Queue<FaultSpec>> waiting = new ConcurrentHashMap<>();
    private volatile Chances chances = new Chances(RandomFaultPlan.NONE, new ConcurrentHashMap<>());

    /** Random faults, and for each endpoint the number of requests that they were drawn for. */
    private record Chances(RandomFaultPlan faults, Map<Route, AtomicLong> drawn) {
        Optional<FaultSpec> draw(Route route) {
            long n = drawn.computeIfAbsent(route, unused -> new AtomicLong()).getAndIncrement();
            return faults.draw(route.path(), n);
        }
    }

    public void add(Route route, FaultSpec fault, int times) {
        fault.requireFor(route.path());
        Queue<FaultSpec> queue = waiting.computeIfAbsent(route, unused -> new ConcurrentLinkedQueue<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    public void randomly(RandomFaultPlan faults) {
        chances = new Chances(faults, new ConcurrentHashMap<>());
    }

    Optional<FaultSpec> take(Route route) {
        return Optional.ofNullable(waiting.get(route)).map(Queue::poll).or(() -> chances.draw(route));
    }
}
