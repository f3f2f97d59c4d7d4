package com.gloebit.reactive.deterministic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clocks of one node. All wall clocks agree to four seconds; holds allow five. */
final class NodeClock extends Clock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST_OFF_MILLIS = 1000;
    private static final long SWING_MILLIS = Duration.ofHours(1).toMillis();

    private final World world;
    private final Chance chance;
    private final long monotonicOrigin;
    private final boolean drifts;
    private long offsetMillis;

    NodeClock(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        this.monotonicOrigin = chance.nextLong() / 4;
        this.drifts = world.swarm.strikes(Fault.DRIFTING_CLOCK);
    }

    long nanoTime() {
        return monotonicOrigin + world.clockwork.now();
    }

    /** Sets the clock somewhere else within its limits, forward or back. */
    void jump() {
        offsetMillis = chance.between(-MOST_OFF_MILLIS, MOST_OFF_MILLIS);
    }

    /** A clock that drifts swings between a second too fast and a second too slow. */
    private long driftMillis() {
        if (!drifts) {
            return 0;
        }
        long phase = Math.floorMod(nanoTime() / 1_000_000, SWING_MILLIS);
        long distance = Math.abs(phase - SWING_MILLIS / 2);
        return 4 * MOST_OFF_MILLIS * distance / SWING_MILLIS - MOST_OFF_MILLIS;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(world.clockwork.now()).plusMillis(offsetMillis + driftMillis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the simulated clock has one zone");
    }
}
