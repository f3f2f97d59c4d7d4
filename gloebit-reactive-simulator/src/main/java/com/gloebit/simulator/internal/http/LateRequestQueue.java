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
 * Requests that were read and are carried out later. A thousand can wait; one more brings on the oldest. What still waits when
 * the simulator is closed or reset is never carried out.
 */
public final class LateRequestQueue {
    private static final int MOST = 1000;

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean closed;

    /** A request, with what brings it on. The thread that takes it out of the queue carries it out. */
    private static final class Waiting {
        private final Runnable work;
        private final Disposable.Swap timer = Disposables.swap();
        /** How many others come first; below 0 if no number of them brings it on. */
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

    /** Keeps a request that was read. */
    void add(Lateness lateness, Runnable work) {
        Waiting late = new Waiting(work, lateness.requests().orElse(-1));
        enqueue(late).ifPresent(Waiting::carryOut);
        lateness.delay().ifPresent(delay -> late.timer.replace(bringOn(late, delay)));
    }

    /** Another request was read, and carried out unless it is late, too. */
    void passed() {
        takeDue().forEach(Waiting::carryOut);
    }

    /** Drops what waits. */
    public void forget() {
        takeAll().forEach(late -> late.timer.dispose());
    }

    public synchronized void close() {
        closed = true;
        forget();
    }

    private Disposable bringOn(Waiting late, Duration delay) {
        return Mono.delay(delay).subscribe(unused -> {
            if (take(late)) {
                late.carryOut();
            }
        });
    }

    /** The one that has to make room, if any. */
    private synchronized Optional<Waiting> enqueue(Waiting late) {
        if (closed) {
            late.timer.dispose();
            return Optional.empty();
        }
        waiting.add(late);
        return waiting.size() > MOST ? Optional.of(waiting.remove()) : Optional.empty();
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
