package com.gloebit.reactive.deterministic;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Random numbers of a seed, the same with every version of Java: only what {@link Random} specifies is used. */
final class Chance implements RandomGenerator {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** Returns an independent source, so that a change of the draws from one does not change those from another. */
    Chance fork() {
        return new Chance(random.nextLong());
    }

    boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    boolean withProbability(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Every order of magnitude between the limits is equally likely. */
    Duration between(Duration least, Duration most) {
        long low = least.toNanos();
        long high = most.toNanos();
        int doublings = Long.SIZE - Long.numberOfLeadingZeros(high / low);
        long from = low << random.nextInt(doublings);
        return Duration.ofNanos(Math.min(high, from + (long) (random.nextDouble() * from)));
    }

    @Override
    public long nextLong() {
        return random.nextLong();
    }

    @Override
    public long nextLong(long bound) {
        return Math.floorMod(random.nextLong(), bound);
    }
}
