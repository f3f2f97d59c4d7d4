package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.RandomFaultPlan;
import java.util.Set;

/**
 * Random faults of requests. Equal seeds and equal faults, added in the same order, give the n-th request of an
 * endpoint the same fault, independent of requests to other endpoints. Requests that meet a fault of
 * {@link GloebitSimulator#failNext} are not counted. Immutable; {@link #withFault} returns a copy.
 */
public final class RandomFaults {
    /** No random faults. */
    public static final RandomFaults NONE = new RandomFaults(RandomFaultPlan.NONE);

    private final RandomFaultPlan plan;

    private RandomFaults(RandomFaultPlan plan) {
        this.plan = plan;
    }

    /**
     * Returns an empty set of random faults.
     *
     * @param seed the seed of the random numbers
     * @return random faults without a fault
     */
    public static RandomFaults seed(long seed) {
        return new RandomFaults(RandomFaultPlan.seed(seed));
    }

    /**
     * Returns a copy with one more fault.
     *
     * @param probability the probability that a request meets it, 0 to 1. The probabilities for one endpoint add up to
     *     1 at most; {@link GloebitSimulator#failRandomly} checks this
     * @param fault the fault
     * @param paths paths of endpoints without path parameters, such as {@code /transact}; none means every endpoint
     *     that the fault is for
     * @return a copy
     * @throws IllegalArgumentException if the fault is not for one of the paths
     */
    public RandomFaults withFault(double probability, Fault fault, String... paths) {
        return new RandomFaults(plan.with(probability, fault.spec(), Set.of(paths)));
    }

    RandomFaultPlan plan() {
        return plan;
    }

    @Override
    public String toString() {
        return plan.toString();
    }
}
