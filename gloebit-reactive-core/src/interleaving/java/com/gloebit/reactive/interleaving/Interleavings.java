package com.gloebit.reactive.interleaving;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Runs threads in many orders of their steps. A step is an access to memory that another thread may access, or to a
 * lock.
 */
public final class Interleavings {
    private static final int ORDERS = 500;
    private static final int SCENARIOS = 10;
    private static final int ORDERS_OF_A_SCENARIO = 100;

    private Interleavings() {}

    /** Runs a block in many orders. The block creates what it checks, runs {@link #threads}, and requires the invariant. */
    public static void explore(Runnable block) {
        Lincheck.runConcurrentTest(ORDERS, block);
    }

    /** Generates scenarios from the operations of a class. Each result must be that of some sequence of the operations. */
    public static void requireLinearizable(Class<?> operations) {
        new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(ORDERS_OF_A_SCENARIO)
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(2)
                .actorsAfter(2)
                .check(operations);
    }

    /** Runs the bodies, one thread each, and returns when all have ended. Lincheck sees no start inside a class of the JDK. */
    public static void threads(Runnable... bodies) {
        Thread[] threads = new Thread[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            threads[i] = new Thread(bodies[i]);
        }
        for (Thread thread : threads) {
            thread.start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a check", e);
        }
    }

    /**
     * Fails unless the condition is true. AssertJ is no help here: Lincheck calls {@code equals} of the objects that it
     * meets, and AssertJ's assertions refuse it.
     */
    public static void require(boolean condition, String invariant) {
        if (!condition) {
            throw new AssertionError("violated: " + invariant);
        }
    }
}
