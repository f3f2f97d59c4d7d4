package com.gloebit.simulator;

import com.gloebit.simulator.internal.http.RandomFaultPlan;
import java.util.Set;

/**
 * Faults that requests meet by chance. Equal seeds and equal faults, added in the same order, give the n-th request of an
 * endpoint the same fault, whatever other requests come; those that meet a fault of {@link GloebitSimulator#failNext} are
 * not counted. Immutable; each method returns a changed copy.
 */
public final class RandomFaults {
    /** No request meets a fault by chance. */
    public static final RandomFaults NONE = new RandomFaults(RandomFaultPlan.NONE);

    private final RandomFaultPlan plan;

    private RandomFaults(RandomFaultPlan plan) {
        this.plan = plan;
    }

    /**
     * Begins without faults.
     *
     * @param seed of the chances
     * @return no fault yet
     */
    public static RandomFaults seed(long seed) {
        return new RandomFaults(RandomFaultPlan.seed(seed));
    }

    /**
     * Adds a fault.
     *
     * @param probability that a request meets it, from 0 to 1; those of one endpoint add up to 1 at most, which
     *     {@link GloebitSimulator#failRandomly} checks
     * @param fault what goes wrong
     * @param paths endpoints without path parameters, such as {@code /transact}; none for all that the fault is for
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
