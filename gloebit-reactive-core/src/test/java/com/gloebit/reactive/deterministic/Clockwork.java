package com.gloebit.reactive.deterministic;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The only time in a world, and the only thing that runs anything: all schedulers of Reactor are this one. Tasks run in the
 * order of their times, and at the same time in the order in which they were scheduled.
 *
 * <p>Reactor's {@code VirtualTimeScheduler} does the same for several threads, and takes three times as long.
 */
final class Clockwork implements Scheduler {
    private static final Clockwork INSTANCE = new Clockwork();
    private static boolean isInstalled;

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long now;
    private long scheduled;

    private Clockwork() {}

    /** Returns the clockwork of this JVM, set to zero. */
    static Clockwork installed() {
        if (!isInstalled) {
            Schedulers.setFactory(new OneScheduler());
            isInstalled = true;
        }
        INSTANCE.tasks.clear();
        INSTANCE.now = 0;
        INSTANCE.scheduled = 0;
        return INSTANCE;
    }

    /** Gives Reactor's schedulers back. */
    static void uninstall() {
        Schedulers.resetFactory();
        isInstalled = false;
    }

    private static final class OneScheduler implements Schedulers.Factory {
        @Override
        public Scheduler newParallel(int parallelism, ThreadFactory threads) {
            return INSTANCE;
        }

        @Override
        public Scheduler newBoundedElastic(int threadCap, int queuedTaskCap, ThreadFactory threads, int ttlSeconds) {
            return INSTANCE;
        }

        @Override
        public Scheduler newSingle(ThreadFactory threads) {
            return INSTANCE;
        }
    }

    /** Ends the world: nothing of it runs any more. */
    void end() {
        tasks.clear();
    }

    /** Returns the time since the world began, in nanoseconds. */
    long now() {
        return now;
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(now, TimeUnit.NANOSECONDS);
    }

    /** The number of tasks that have neither run nor been disposed of. */
    long waiting() {
        return tasks.stream().filter(task -> !task.isDisposed).count();
    }

    void after(Duration wait, Runnable work) {
        add(work, wait.toNanos());
    }

    private Disposable add(Runnable work, long nanos) {
        Task task = new Task(now + Math.max(0, nanos), scheduled++, work);
        tasks.add(task);
        return task;
    }

    /** Lets time pass, and runs everything that is due. */
    void pass(Duration duration) {
        long end = now + duration.toNanos();
        for (Task next = tasks.peek(); next != null && next.time <= end; next = tasks.peek()) {
            tasks.remove();
            if (!next.isDisposed) {
                next.isDisposed = true;
                now = next.time;
                next.work.run();
            }
        }
        now = end;
    }

    @Override
    public Disposable schedule(Runnable task) {
        return add(task, 0);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return add(task, unit.toNanos(delay));
    }

    @Override
    public Worker createWorker() {
        return new Worker() {
            private final Disposable.Composite own = Disposables.composite();

            @Override
            public Disposable schedule(Runnable task) {
                return schedule(task, 0, TimeUnit.NANOSECONDS);
            }

            @Override
            public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
                Disposable scheduled = Clockwork.this.schedule(task, delay, unit);
                own.add(scheduled);
                return scheduled;
            }

            @Override
            public void dispose() {
                own.dispose();
            }
        };
    }

    private static final class Task implements Comparable<Task>, Disposable {
        private final long time;
        private final long number;
        private final Runnable work;
        private boolean isDisposed;

        Task(long time, long number, Runnable work) {
            this.time = time;
            this.number = number;
            this.work = work;
        }

        @Override
        public int compareTo(Task other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(number, other.number);
        }

        @Override
        public void dispose() {
            isDisposed = true;
        }

        @Override
        public boolean isDisposed() {
            return isDisposed;
        }
    }
}
