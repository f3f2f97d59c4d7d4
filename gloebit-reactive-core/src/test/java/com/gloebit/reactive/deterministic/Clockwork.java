package com.gloebit.reactive.deterministic;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
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
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long now;
    private long scheduled;

    /** Takes the place of Reactor's schedulers in this JVM. */
    Clockwork() {
        Schedulers.setFactory(new Schedulers.Factory() {
            @Override
            public Scheduler newParallel(int parallelism, ThreadFactory threads) {
                return Clockwork.this;
            }

            @Override
            public Scheduler newBoundedElastic(
                    int threadCap, int queuedTaskCap, ThreadFactory threads, int ttlSeconds) {
                return Clockwork.this;
            }

            @Override
            public Scheduler newSingle(ThreadFactory threads) {
                return Clockwork.this;
            }
        });
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
