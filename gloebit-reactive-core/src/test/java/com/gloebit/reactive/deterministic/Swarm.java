package com.gloebit.reactive.deterministic;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The faults of one world: which exist, and how often each happens. A fault that is removed leaves all other draws as they
 * are.
 */
final class Swarm {
    private static final double MOST = 0.25;

    private final Chance chance;
    private final Map<Fault, Double> probabilities = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private final Set<Fault> removed;
    private boolean isCalm;

    Swarm(Chance chance, Set<Fault> removed) {
        this.chance = chance;
        this.removed = removed;
        double share = chance.below(5) / 4.0;
        for (Fault fault : Fault.values()) {
            boolean exists = chance.withProbability(share);
            double intensity = chance.between(1, 8) / 8.0;
            probabilities.put(fault, exists ? MOST * intensity * intensity : 0);
        }
    }

    /** Decides whether a fault happens now, and counts it. */
    boolean strikes(Fault fault) {
        double probability = probabilities.getOrDefault(fault, 0.0);
        boolean strikes = probability > 0 && chance.withProbability(probability) && !isCalm && !removed.contains(fault);
        if (strikes) {
            struck.merge(fault, 1, Integer::sum);
        }
        return strikes;
    }

    /** Stops all faults. */
    void calm() {
        isCalm = true;
    }

    /** How often each fault happened; faults that did not happen are missing. */
    Map<Fault, Integer> struck() {
        return struck;
    }

    int total() {
        return struck.values().stream().mapToInt(times -> times).sum();
    }
}
