package com.gloebit.reactive.deterministic;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** The timer of one process: it stops with the process, and waits while the process pauses. */
final class LifeTimer implements Scheduler {
    private final Scheduler timer;
    private final Life life;

    LifeTimer(Scheduler timer, Life life) {
        this.timer = timer;
        this.life = life;
    }

    private Runnable inLife(Runnable task) {
        return () -> life.enter(task);
    }

    @Override
    public Disposable schedule(Runnable task) {
        return timer.schedule(inLife(task));
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return timer.schedule(inLife(task), delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return timer.schedulePeriodically(inLife(task), initialDelay, period, unit);
    }

    @Override
    public long now(TimeUnit unit) {
        return timer.now(unit);
    }

    @Override
    public Worker createWorker() {
        return new LifeWorker();
    }

    /** All tasks run on one thread, so that a worker only collects what it has to dispose of. */
    private final class LifeWorker implements Worker {
        private final Disposable.Composite tasks = Disposables.composite();

        @Override
        public Disposable schedule(Runnable task) {
            return add(LifeTimer.this.schedule(unlessDisposed(task)));
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            return add(LifeTimer.this.schedule(unlessDisposed(task), delay, unit));
        }

        private Runnable unlessDisposed(Runnable task) {
            return () -> {
                if (!tasks.isDisposed()) {
                    task.run();
                }
            };
        }

        private Disposable add(Disposable task) {
            tasks.add(task);
            return task;
        }

        @Override
        public void dispose() {
            tasks.dispose();
        }
    }
}
