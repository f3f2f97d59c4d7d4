package com.gloebit.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Faults that requests meet by chance. Equal seeds and equal faults, added in the same order, give the n-th request of an
 * endpoint the same fault, whatever other requests come; those that meet a fault of {@link GloebitSimulator#failNext} are
 * not counted. Immutable; each method returns a changed copy.
 */
public final class RandomFaults {
    /** No request meets a fault by chance. */
    public static final RandomFaults NONE = new RandomFaults(0, List.of());

    private static final double ROUNDING = 1e-9;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;
    private final List<Rule> rules;

    private RandomFaults(long seed, List<Rule> rules) {
        this.seed = seed;
        this.rules = rules;
    }

    private record Rule(double probability, Fault fault, Set<String> paths) {
        boolean isFor(String path) {
            return paths.isEmpty() ? fault.isFor(path) : paths.contains(path);
        }
    }

    /**
     * Begins without faults.
     *
     * @param seed of the chances
     * @return no fault yet
     */
    public static RandomFaults seed(long seed) {
        return new RandomFaults(seed, List.of());
    }

    /**
     * Adds a fault.
     *
     * @param probability that a request meets it, from 0 to 1; those of one endpoint add up to 1 at most, which
     *     {@link GloebitSimulator#failRandomly} checks
     * @param fault what goes wrong
     * @param paths endpoints without path parameters, such as {@code /transact}; none for all that the fault is for
     * @return a copy
     * @throws IllegalArgumentException if the fault is not for one of the paths
     */
    public RandomFaults with(double probability, Fault fault, String... paths) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability is " + probability + "; 0 to 1 is allowed");
        }
        for (String path : paths) {
            fault.requireFor(path);
        }
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(probability, fault, Set.of(paths)));
        return new RandomFaults(seed, List.copyOf(more));
    }

    /** The endpoints that are named. */
    List<String> paths() {
        return rules.stream().flatMap(rule -> rule.paths().stream()).toList();
    }

    void requireSumUpTo1(String path) {
        double sum = rules.stream()
                .filter(rule -> rule.isFor(path))
                .mapToDouble(Rule::probability)
                .sum();
        if (sum > 1 + ROUNDING) {
            throw new IllegalArgumentException(
                    "the probabilities for " + path + " add up to " + sum + "; 1 is allowed");
        }
    }

    /** What the n-th request of an endpoint meets. */
    Optional<Fault> draw(String path, long n) {
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

    /** SplitMix64 of seed, path and number, so that requests of other paths change nothing. */
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
