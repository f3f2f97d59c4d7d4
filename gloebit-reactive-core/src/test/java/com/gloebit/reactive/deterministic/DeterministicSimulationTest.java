package com.gloebit.reactive.deterministic;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.deterministic.Processes.SeedFailedError;
import com.gloebit.reactive.wire.support.RunParameters;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code -Dseeds=1000000} runs as many seeds, {@code -DfirstSeed=7} begins with that one, {@code -DfreshSeeds=100000} adds
 * as many that no run before today began with.
 */
class DeterministicSimulationTest {
    private static final long SEEDS = RunParameters.count("seeds", 400);
    private static final long FIRST = RunParameters.number("firstSeed", 1);
    private static final long FRESH = RunParameters.number("freshSeeds", 0);
    private static final long FRESH_PER_DAY = 100_000;
    private static final long FIRST_FRESH = 1_000_000_000L;
    private static final int PROCESSES = (int)
            RunParameters.count("processes", Math.max(1, Runtime.getRuntime().availableProcessors()));
    private static final long COMPARED = 1000;

    private static final Path THIS_JAVA = Path.of(System.getProperty("java.home"));

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void everySeedEndsWithTheApplicationAndTheLedgerInAgreement() {
        Report report = new Report();
        KnownSeeds.read().forEach(seed -> report.add(run(seed, 1)));
        report.add(run(FIRST, SEEDS));
        if (FRESH > 0) {
            long today = LocalDate.now(ZoneOffset.UTC).toEpochDay() * FRESH_PER_DAY + FIRST_FRESH;
            System.out.println("Fresh seeds from " + today);
            report.add(run(today, FRESH));
        }
        Gaps.requireListed(report);
    }

    private static Report run(long first, long count) {
        long startNanos = System.nanoTime();
        try {
            Report report = Processes.run(first, count, (int) Math.min(PROCESSES, count));
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            System.out.printf(Locale.ROOT, "From seed %d: %s; %.0f seeds a second%n", first, report, count / seconds);
            return report;
        } catch (SeedFailedError failure) {
            System.out.println(Replay.of(failure.seed()));
            throw new AssertionError(
                    failure.getMessage() + "\nreplayed by: ./mvnw test -pl gloebit-reactive-core -am"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest=DeterministicSimulationTest"
                            + " -Dseeds=1 -DfirstSeed=" + failure.seed(),
                    failure);
        }
    }

    /** Hash codes of enum constants and the order of {@code Set.of} differ from JVM to JVM. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void theSameSeedIsTheSameRunInEveryJvm() {
        List<Report> both = Processes.runInEach(List.of(THIS_JAVA, otherJava()), List.of(), 1, COMPARED);

        assertThat(both.get(0).seeds()).isEqualTo(COMPARED);
        assertThat(both.get(0).hash()).isEqualTo(both.get(1).hash());
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void anIterationOverASetIsNoticed() {
        List<String> planted = List.of("-D" + Setting.PLANTED + "=true");

        List<Report> reports = Processes.runInEach(List.of(THIS_JAVA, THIS_JAVA, THIS_JAVA), planted, 1, 20);

        assertThat(reports.stream().map(Report::hash).distinct()).hasSizeGreaterThan(1);
    }

    /** The JDK of {@code -DotherJavaHome}, if a run has two. */
    private static Path otherJava() {
        String other = System.getProperty("otherJavaHome");
        return other == null ? THIS_JAVA : Path.of(other);
    }
}
