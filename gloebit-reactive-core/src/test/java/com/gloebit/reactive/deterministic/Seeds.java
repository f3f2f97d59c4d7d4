package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.deterministic.World.Overrides;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The seeds of one run, and what they amount to. */
final class Seeds {
    private long seeds;
    private long operations;
    private long messages;
    private long faults;
    private long denials;
    private long exceptions;
    private final SortedMap<Coverage.Pair, Long> met = new TreeMap<>();
    private final Map<Fault, Long> struck = new EnumMap<>(Fault.class);
    private long hash = 1;

    /** Runs a seed, and fails if its world goes wrong. */
    void run(long seed) {
        try (World world = new World(seed, Overrides.NONE, false)) {
            world.run();
            if (world.hasFailed()) {
                throw new AssertionError("seed " + seed + ": " + world.failure());
            }
            add(world);
        }
    }

    private void add(World world) {
        seeds++;
        operations += world.counts.operations;
        messages += world.counts.messages;
        faults += world.swarm.total();
        denials += world.judge.denials();
        exceptions += world.judge.exceptions();
        hash = 31 * hash + world.trace.hash();
        world.judge.coverage().met().forEach((pair, times) -> met.merge(pair, (long) times, Long::sum));
        world.swarm.struck().forEach((fault, times) -> struck.merge(fault, (long) times, Long::sum));
    }

    /** How often each pair was met. */
    SortedMap<Coverage.Pair, Long> met() {
        return met;
    }

    /** How often each fault happened. */
    Map<Fault, Long> struck() {
        return struck;
    }

    /** The same for the same seeds, in every JVM. */
    long hash() {
        return hash;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d seeds, on average %.1f operations, %.1f messages and %.1f faults that took effect;"
                        + " NOT_DONE %d times, %d of those booked after a top-up; hash %016x",
                seeds,
                (double) operations / seeds,
                (double) messages / seeds,
                (double) faults / seeds,
                denials,
                exceptions,
                hash);
    }
}
