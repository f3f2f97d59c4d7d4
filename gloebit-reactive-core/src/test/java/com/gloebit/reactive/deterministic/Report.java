package com.gloebit.reactive.deterministic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a number of seeds amount to. Reports of several processes can be added. */
final class Report {
    private final SortedMap<String, Long> totals = new TreeMap<>();
    private final SortedMap<Coverage.Pair, Long> met = new TreeMap<>();
    private final Map<Fault, Long> struck = new EnumMap<>(Fault.class);
    private long hash;

    void add(World world) {
        count("seeds", 1);
        count("operations", world.counts.operations);
        count("messages", world.counts.messages);
        count("faults", world.swarm.total());
        count("denials", world.judge.denials());
        count("exceptions", world.judge.exceptions());
        world.judge.coverage().met().forEach((pair, times) -> met.merge(pair, (long) times, Long::sum));
        world.swarm.struck().forEach((fault, times) -> struck.merge(fault, (long) times, Long::sum));
        hash += mixed(31 * world.seed + world.trace.hash());
    }

    private void count(String what, long number) {
        totals.merge(what, number, Long::sum);
    }

    /** The hash does not depend on the order of the seeds. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 32)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    void add(Report other) {
        other.totals.forEach(this::count);
        other.met.forEach((pair, times) -> met.merge(pair, times, Long::sum));
        other.struck.forEach((fault, times) -> struck.merge(fault, times, Long::sum));
        hash += other.hash;
    }

    /** Depends on every event of every seed: its time, its place in the order, and what it is about. */
    long hash() {
        return hash;
    }

    long seeds() {
        return totals.getOrDefault("seeds", 0L);
    }

    SortedMap<Coverage.Pair, Long> met() {
        return met;
    }

    Map<Fault, Long> struck() {
        return struck;
    }

    List<String> toLines() {
        List<String> lines = new ArrayList<>();
        lines.add("hash " + hash);
        totals.forEach((what, number) -> lines.add("total " + what + " " + number));
        met.forEach((pair, times) -> lines.add("met " + pair + " " + times));
        struck.forEach((fault, times) -> lines.add("struck " + fault + " " + times));
        return lines;
    }

    static Report ofLines(List<String> lines) {
        Report report = new Report();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "hash" -> report.hash = Long.parseLong(words[1]);
                case "total" -> report.count(words[1], Long.parseLong(words[2]));
                case "met" -> report.met.put(new Coverage.Pair(words[1], words[2]), Long.parseLong(words[3]));
                case "struck" -> report.struck.put(Fault.valueOf(words[1]), Long.parseLong(words[2]));
                default -> throw new IllegalArgumentException("unknown line: " + line);
            }
        }
        return report;
    }

    private double mean(String what) {
        return (double) totals.getOrDefault(what, 0L) / Math.max(1, seeds());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d seeds, on average %.1f operations, %.1f messages and %.1f faults;"
                        + " NOT_DONE %d times, %d of those booked after a top-up; hash %016x",
                seeds(),
                mean("operations"),
                mean("messages"),
                mean("faults"),
                totals.getOrDefault("denials", 0L),
                totals.getOrDefault("exceptions", 0L),
                hash);
    }
}
