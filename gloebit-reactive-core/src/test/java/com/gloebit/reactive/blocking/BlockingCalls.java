package com.gloebit.reactive.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Remembers each blocking call that BlockHound finds: the error that it throws may be taken for a failure of the
 * network, where a test expects such failures. Registered for all tests.
 */
public final class BlockingCalls implements BlockHoundIntegration {
    private static final int FRAMES = 25;

    /** A set, because what blocks once often blocks again. */
    private static final Set<String> FOUND = ConcurrentHashMap.newKeySet();

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Not first on an event loop, where loading classes would block.
        told(new BlockingOperationError(new BlockingMethod("java.lang.Thread", "sleep", 0)));
        // Reactor allows this to its other tasks, but not to those of an interval. The error would leave a waiter in
        // the lock that nobody wakes, and the scheduler would stand still.
        builder.allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "remove");
        // Locks that are held for a few instructions: that of a queue whose thread is rarely busy, and one in
        // Resilience4j, taken by calls that come as the wait of an open breaker ends.
        builder.allowBlockingCallsInside("com.gloebit.reactive.internal.http.EvictionScheduler", "schedule");
        builder.allowBlockingCallsInside("com.gloebit.reactive.internal.http.EvictionScheduler", "dispose");
        builder.allowBlockingCallsInside(
                "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine$OpenState",
                "toHalfOpenState");
        builder.blockingMethodCallback(BlockingCalls::remember);
    }

    private static void remember(BlockingMethod method) {
        BlockingOperationError error = new BlockingOperationError(method);
        FOUND.add(told(error));
        throw error;
    }

    private static String told(BlockingOperationError error) {
        return Arrays.stream(error.getStackTrace())
                .filter(BlockingCalls::isOfTheCall)
                .limit(FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining("", error.getMessage(), ""));
    }

    private static boolean isOfTheCall(StackTraceElement frame) {
        return !frame.getClassName().startsWith("reactor.blockhound.")
                && !frame.getClassName().equals(BlockingCalls.class.getName());
    }

    /** Those that are new since it was last asked. */
    static List<String> found() {
        List<String> found = new ArrayList<>(FOUND);
        found.forEach(FOUND::remove);
        return found;
    }
}
