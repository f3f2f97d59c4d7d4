package com.gloebit.reactive.internal.http;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * The thread that closes what waits too long in the pools of one client, and ends with it. Reactor Netty's own threads for
 * this never end, and the one that a client's first pool starts keeps the class loader of whoever called. Reactor's
 * schedulers, for their part, would keep the context of the call that made the pool.
 */
final class EvictionScheduler implements Scheduler {
    private final ScheduledThreadPoolExecutor thread;

    EvictionScheduler() {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "gloebit-eviction");
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
        // The JDK's own words describe the pool, under its lock, and a pool is made on an event loop.
        thread.setRejectedExecutionHandler((task, pool) -> {
            throw new RejectedExecutionException("the client is closed");
        });
    }

    @Override
    public Disposable schedule(Runnable task) {
        return accepted(() -> thread.submit(task));
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return accepted(() -> thread.schedule(task, delay, unit));
    }

    /** A pool that is made or looks around while the client closes has nothing to close. */
    private static Disposable accepted(Supplier<Future<?>> scheduling) {
        try {
            Future<?> scheduled = scheduling.get();
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            return Disposables.disposed();
        }
    }

    @Override
    public Worker createWorker() {
        throw new UnsupportedOperationException("pools schedule single tasks");
    }

    @Override
    public void dispose() {
        thread.shutdownNow();
    }

    @Override
    public boolean isDisposed() {
        return thread.isShutdown();
    }
}
