package com.gloebit.simulator.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws a fault for each request. Equal seeds and equal rules, added in the same order, give the n-th request of an
 * endpoint the same fault, independent of other requests.
 */
public final class RandomFaultPlan {
    /** No random faults. */
    public static final RandomFaultPlan NONE = new RandomFaultPlan(0, List.of());

    private static final double ROUNDING = 1e-9;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;
    private final List<Rule> rules;

    private RandomFaultPlan(long seed, List<Rule> rules) {
        this.seed = seed;
        this.rules = rules;
    }

    private record Rule(double probability, FaultSpec fault, Set<String> paths) {
        boolean isFor(String path) {
            return paths.isEmpty() ? fault.isFor(path) : paths.contains(path);
        }
    }

    public static RandomFaultPlan seed(long seed) {
        return new RandomFaultPlan(seed, List.of());
    }

    public RandomFaultPlan with(double probability, FaultSpec fault, Set<String> paths) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability is " + probability + "; 0 to 1 is allowed");
        }
        paths.forEach(fault::requireFor);
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(probability, fault, paths));
        return new RandomFaultPlan(seed, List.copyOf(more));
    }

    /** The paths that the rules name. */
    public List<String> paths() {
        return rules.stream().flatMap(rule -> rule.paths().stream()).toList();
    }

    public void requireSumUpTo1(String path) {
        double sum = rules.stream()
                .filter(rule -> rule.isFor(path))
                .mapToDouble(Rule::probability)
                .sum();
        if (sum > 1 + ROUNDING) {
            throw new IllegalArgumentException(
                    "the probabilities for " + path + " add up to " + sum + "; 1 at most is allowed");
        }
    }

    /** Returns the fault of the n-th request of an endpoint. */
    public Optional<FaultSpec> draw(String path, long n) {
        double drawn = uniform(path, n);
        for (Rule rule : rules) {
            if (rule.isFor(path)) {
                if (drawn < rule.probability()) {
                    return Optional.of(rule.fault());
                }
                drawn -= rule.probability();
            }
        }
        return Optional.empty();
    }

    /** SplitMix64 of seed, path and number; requests of other paths have no influence. */
    private double uniform(String path, long n) {
        return (mix(mix(seed + path.hashCode()) + n) >>> 11) * UNIT;
    }

    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public String toString() {
        return "RandomFaults[seed " + seed + ", " + rules + "]";
    }
}
