package com.gloebit.reactive.deterministic;

/** Runs a range of seeds in this JVM: {@code firstSeed seeds}. */
final class DeterministicSimulation {
    private DeterministicSimulation() {}

    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        long count = Long.parseLong(arguments[1]);
        long startNanos = System.nanoTime();
        Seeds seeds = new Seeds();
        for (long seed = first; seed < first + count; seed++) {
            seeds.run(seed);
        }
        System.out.println(seeds);
        if (arguments.length > 2) {
            System.out.println(seeds.met());
            System.out.println(seeds.struck());
        }
        System.out.printf("%.1f s%n", (System.nanoTime() - startNanos) / 1e9);
    }
}
