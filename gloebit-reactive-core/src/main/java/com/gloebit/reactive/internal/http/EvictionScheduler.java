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
 * Evicts idle connections from the pools of one client, on one thread that ends with the client.
 *
 * <p>Reactor Netty's own eviction threads never end, and the first one keeps the class loader of the code that started
 * it. Reactor's schedulers would capture the context of the call that created the pool.
 */
final class EvictionScheduler implements Scheduler {
    private final ScheduledThreadPoolExecutor thread;

    EvictionScheduler() {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread evictionThread = new Thread(task, "gloebit-eviction");
            evictionThread.setDaemon(true);
            return evictionThread;
        });
        thread.setRemoveOnCancelPolicy(true);
        // The JDK's message describes the thread pool while holding its lock, and pools are created on event loops.
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

    /** Ignores a task after closing: a pool that is created or evicts during the closing has nothing to evict. */
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
