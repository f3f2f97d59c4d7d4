package com.gloebit.reactive.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.simulation.SimulatedWorld.Node;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;

/** What a node has sent again, and that its budget paid for it. To be asked when nothing is under way. */
final class Retries {
    private static final int COST = 5;
    private static final int MOST_OF_ONE = SimulatedWorld.LIMITS.attempts() - 1;

    private Counted last;

    /** The most that can be left if every attempt was paid for. */
    private double most = SimulatedWorld.RETRY_BUDGET;

    /**
     * What a node's meters say.
     *
     * @param sent attempts beyond one of each operation; fewer than that where operations were refused without one
     * @param succeeded operations
     * @param cancelled operations
     * @param budget tokens
     */
    private record Counted(Node node, long sent, long succeeded, long cancelled, double budget) {
        static Counted of(Node node) {
            Collection<Timer> attempts = timers(node, "attempt");
            Collection<Timer> operations = timers(node, "operation");
            return new Counted(
                    node,
                    sum(attempts) - sum(operations),
                    ended(operations, "done"),
                    ended(operations, "cancelled"),
                    node.gauge("gloebit.client.retry.budget"));
        }

        private static Collection<Timer> timers(Node node, String name) {
            return node.meters.find("gloebit.client." + name).timers();
        }

        private static long ended(Collection<Timer> operations, String outcome) {
            return sum(operations.stream()
                    .filter(timer -> outcome.equals(timer.getId().getTag("outcome")))
                    .toList());
        }

        private static long sum(Collection<Timer> timers) {
            return timers.stream().mapToLong(Timer::count).sum();
        }
    }

    Retries(Node node) {
        last = Counted.of(node);
    }

    /**
     * A success gives back what its own retries took, at least 1; nothing gives back what others took. A cancelled call
     * may have one attempt that began in the moment of its cancellation: it is counted, then or later, but not sent, and
     * so not paid for.
     */
    void arePaid(Node node) {
        Counted now = Counted.of(node);
        if (now.node() != last.node()) {
            most = SimulatedWorld.RETRY_BUDGET;
        } else {
            long succeeded = now.succeeded() - last.succeeded();
            long ofFailures = Math.max(0, now.sent() - last.sent() - MOST_OF_ONE * succeeded);
            most = Math.min(SimulatedWorld.RETRY_BUDGET, most - COST * ofFailures + succeeded);
            assertThat(now.budget())
                    .as("retry tokens, from %s to %s", last, now)
                    .isBetween(0.0, most + COST * now.cancelled());
        }
        last = now;
    }
}
