package com.gloebit.reactive.deterministic;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.wire.support.RunParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code -Dseeds=1000000} runs as many seeds, {@code -DfirstSeed=7} begins with that one. */
class DeterministicSimulationTest {
    private static final long SEEDS = RunParameters.count("seeds", 200);
    private static final long FIRST = RunParameters.number("firstSeed", 1);

    @AfterAll
    static void giveTheSchedulersBack() {
        Clockwork.uninstall();
    }

    @Test
    void everySeedEndsWithTheApplicationAndTheLedgerInAgreement() {
        Seeds seeds = new Seeds();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try {
                seeds.run(seed);
            } catch (AssertionError failure) {
                throw new AssertionError(Replay.of(seed), failure);
            }
        }
        System.out.println(seeds);
    }

    @Test
    void theSameSeedIsTheSameRun() {
        assertThat(hashOf(FIRST)).isEqualTo(hashOf(FIRST));
    }

    private static long hashOf(long seed) {
        Seeds seeds = new Seeds();
        seeds.run(seed);
        return seeds.hash();
    }
}
