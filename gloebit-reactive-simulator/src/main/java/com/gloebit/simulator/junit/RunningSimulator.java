package com.gloebit.simulator.junit;

import com.gloebit.simulator.GloebitSimulator;
import java.util.List;

/** A simulator, and how many of its violations have failed a test already. */
final class RunningSimulator {
    private final GloebitSimulator simulator;
    private int reported;

    RunningSimulator(GloebitSimulator simulator) {
        this.simulator = simulator;
    }

    GloebitSimulator simulator() {
        return simulator;
    }

    synchronized void failOnViolations() {
        List<String> violations = simulator.violations();
        List<String> fresh = violations.subList(reported, violations.size());
        reported = violations.size();
        if (!fresh.isEmpty()) {
            throw new AssertionError(
                    "the Gloebit simulator recorded violations of the protocol:\n  " + String.join("\n  ", fresh));
        }
    }
}
