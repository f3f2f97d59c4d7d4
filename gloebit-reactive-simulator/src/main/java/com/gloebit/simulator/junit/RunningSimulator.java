package com.gloebit.simulator.junit;

import com.gloebit.simulator.GloebitSimulator;
import java.util.List;

/** A simulator and its violations that have failed a test. */
final class RunningSimulator {
    private final GloebitSimulator simulator;
    private List<String> reported = List.of();

    RunningSimulator(GloebitSimulator simulator) {
        this.simulator = simulator;
    }

    GloebitSimulator simulator() {
        return simulator;
    }

    synchronized void failOnViolations() {
        List<String> violations = simulator.violations();
        List<String> fresh =
                violations.stream().filter(text -> !isReported(text)).toList();
        reported = violations;
        if (!fresh.isEmpty()) {
            throw new AssertionError(
                    "the Gloebit simulator recorded violations of the contract:\n  " + String.join("\n  ", fresh));
        }
    }

    /** Compares by identity, because a violation after a reset can have an equal text. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isReported(String violation) {
        return reported.stream().anyMatch(known -> known == violation);
    }
}
