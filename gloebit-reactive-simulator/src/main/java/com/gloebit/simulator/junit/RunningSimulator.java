package com.gloebit.simulator.junit;

import com.gloebit.simulator.GloebitSimulator;
import java.util.List;

/** A simulator, and those of its violations that have failed a test already. */
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
                    "the Gloebit simulator recorded violations of the protocol:\n  " + String.join("\n  ", fresh));
        }
    }

    /** By identity: after a reset the same departure has the same words. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isReported(String violation) {
        return reported.stream().anyMatch(known -> known == violation);
    }
}
