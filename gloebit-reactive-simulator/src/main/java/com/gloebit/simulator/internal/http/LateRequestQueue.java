package com.gloebit.simulator.internal.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Requests that are carried out late. At most {@link #MAX_WAITING} wait; one more carries out the oldest. Closing or
 * resetting the simulator discards them.
 */
public final class LateRequestQueue {
    private static final int MAX_WAITING = 1000;

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean closed;

    /** A waiting request with its triggers. The thread that removes it from the queue carries it out. */
    private static final class Waiting {
        private final Runnable work;
        private final Disposable.Swap timer = Disposables.swap();
        /** The number of other requests that are read first; negative if other requests do not trigger this one. */
        private int others;

        Waiting(Runnable work, int others) {
            this.work = work;
            this.others = others;
        }

        boolean isDueAfterAnother() {
            others--;
            return others == 0;
        }

        void carryOut() {
            timer.dispose();
            work.run();
        }
    }

    public synchronized int count() {
        return waiting.size();
    }

    /** Carries out every request that waits, in the order of their arrival, and returns their number. */
    public int release() {
        List<Waiting> all = takeAll();
        all.forEach(Waiting::carryOut);
        return all.size();
    }

    /** Adds a request. */
    void add(Lateness lateness, Runnable work) {
        Waiting late = new Waiting(work, lateness.requests().orElse(-1));
        enqueue(late).ifPresent(Waiting::carryOut);
        lateness.delay().ifPresent(delay -> late.timer.replace(startTimer(late, delay)));
    }

    /** Counts another request, which was read and possibly carried out. */
    void passed() {
        takeDue().forEach(Waiting::carryOut);
    }

    /** Discards the waiting requests. */
    public void forget() {
        takeAll().forEach(late -> late.timer.dispose());
    }

    public synchronized void close() {
        closed = true;
        forget();
    }

    private Disposable startTimer(Waiting late, Duration delay) {
        return Mono.delay(delay).subscribe(unused -> {
            if (take(late)) {
                late.carryOut();
            }
        });
    }

    /** Returns the oldest request if there are too many. */
    private synchronized Optional<Waiting> enqueue(Waiting late) {
        if (closed) {
            late.timer.dispose();
            return Optional.empty();
        }
        waiting.add(late);
        return waiting.size() > MAX_WAITING ? Optional.of(waiting.remove()) : Optional.empty();
    }

    private synchronized boolean take(Waiting late) {
        return waiting.remove(late);
    }

    private synchronized List<Waiting> takeAll() {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    private synchronized List<Waiting> takeDue() {
        List<Waiting> due = waiting.stream().filter(Waiting::isDueAfterAnother).toList();
        waiting.removeAll(due);
        return due;
    }
}
