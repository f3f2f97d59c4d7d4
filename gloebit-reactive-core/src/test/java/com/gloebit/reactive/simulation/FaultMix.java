package com.gloebit.reactive.simulation;

import com.gloebit.simulator.Fault;
import com.gloebit.simulator.RandomFaults;
import java.time.Duration;
import java.util.List;

/** The faults of one seed. Some seeds know few, some many. */
final class FaultMix {
    private static final String[] TRANSACT = {"/transact", "/v2/transact", "/transact-u2u"};

    private static final List<Fault> QUICK = List.of(
            Fault.DROP_UNREAD,
            Fault.RESET_UNREAD,
            Fault.DROP,
            Fault.RESET,
            Fault.COMMIT_THEN_DROP,
            Fault.RESET.withProcessing(),
            Fault.HALF_ANSWER,
            Fault.HALF_ANSWER_THEN_RESET,
            Fault.TRUNCATED,
            Fault.CLOSE_AFTER_ANSWER,
            Fault.HTML,
            Fault.HTML.withProcessing(),
            Fault.GARBLED,
            Fault.GARBLED.withProcessing(),
            Fault.status(500),
            Fault.status(503).withProcessing(),
            Fault.status(429),
            Fault.status(409).withProcessing(),
            Fault.status(404));

    /** Carried out after a few others, after many, or when the program says so. */
    private static final List<Fault> LATE = List.of(
            Fault.DROP.withLateProcessing(),
            Fault.DROP.withLateProcessing(2),
            Fault.RESET.withLateProcessing(),
            Fault.status(504).withLateProcessing(),
            Fault.status(408).withLateProcessing(10),
            Fault.GARBLED.withLateProcessing(30));

    /** Each ends with the attempt's time. */
    private static final List<Fault> SLOW = List.of(
            Fault.HANG,
            Fault.HANG.withProcessing(),
            Fault.HANG.withLateProcessing(),
            Fault.HANG_IN_HEADERS,
            Fault.HANG_IN_BODY,
            Fault.drip(Duration.ofMillis(1)));

    private FaultMix() {}

    static RandomFaults of(SeededRandom chance) {
        double intensity = chance.below(6) / 5.0;
        RandomFaults faults = RandomFaults.seed(chance.seed());
        faults = with(faults, intensity * 0.017, QUICK);
        faults = with(faults, intensity * 0.035, LATE);
        faults = with(faults, intensity * 0.0025, SLOW);
        return faults.withFault(intensity * 0.05, Fault.QUEUING_FAILED, TRANSACT)
                .withFault(intensity * 0.02, Fault.QUEUING_FAILED.withLateProcessing(3), TRANSACT)
                .withFault(intensity * 0.05, Fault.RACED, TRANSACT)
                .withFault(intensity * 0.02, Fault.RACED.withLateProcessing(), TRANSACT)
                .withFault(intensity * 0.05, Fault.interim(103))
                .withFault(intensity * 0.02, Fault.interim(102, 102, 100, 103));
    }

    private static RandomFaults with(RandomFaults before, double probability, List<Fault> faults) {
        RandomFaults with = before;
        for (Fault fault : faults) {
            with = with.withFault(probability, fault);
        }
        return with;
    }
}
