package com.gloebit.reactive.deterministic;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The only time in a world, and the only thing that runs anything. Replaces Reactor's schedulers of this JVM. */
final class Clockwork implements AutoCloseable {
    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
    private int waiting;

    Clockwork() {
        VirtualTimeScheduler.set(scheduler);
    }

    VirtualTimeScheduler scheduler() {
        return scheduler;
    }

    /** Returns the time since the world began, in nanoseconds. */
    long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    void after(Duration wait, Runnable task) {
        waiting++;
        scheduler.schedule(
                () -> {
                    waiting--;
                    task.run();
                },
                wait.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    void pass(Duration duration) {
        scheduler.advanceTimeBy(duration);
    }

    /** The number of tasks of {@link #after} that have not run. */
    int waiting() {
        return waiting;
    }

    @Override
    public void close() {
        VirtualTimeScheduler.reset();
    }
}
