package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.interleaving.Interleavings.explore;
import static com.gloebit.reactive.interleaving.Interleavings.require;
import static com.gloebit.reactive.interleaving.Interleavings.threads;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightInterleavings {
    @Test
    void theLastCallRunsTheActionOnce() {
        explore(() -> {
            InFlight calls = new InFlight();
            Drain drain = new Drain();
            threads(() -> call(calls, drain), () -> call(calls, drain), () -> calls.close(drain));
            drain.requireOnceWhenEmpty();
            require(calls.size() == 0, "no call is left");
        });
    }

    /** As the pipeline closes: first to stop new calls, then with the action. */
    @Test
    void closedTwiceRunsTheActionOnce() {
        explore(() -> {
            InFlight calls = new InFlight();
            Drain drain = new Drain();
            threads(() -> call(calls, drain), calls::close, () -> calls.close(drain));
            drain.requireOnceWhenEmpty();
        });
    }

    @Test
    void nobodyEntersAfterwards() {
        explore(() -> {
            InFlight calls = new InFlight();
            AtomicBoolean closed = new AtomicBoolean();
            boolean[] late = new boolean[2];
            threads(
                    () -> {
                        boolean isClosed = closed.get();
                        boolean entered = calls.enter();
                        late[0] = isClosed && entered;
                        if (entered) {
                            calls.leave();
                        }
                    },
                    () -> late[1] = !calls.enter() && !calls.isClosed(),
                    () -> {
                        calls.close();
                        closed.set(true);
                    });
            require(!late[0], "nobody enters after close");
            require(!late[1], "nobody is refused before close");
        });
    }

    private static void call(InFlight calls, Drain drain) {
        if (calls.enter()) {
            drain.inside.incrementAndGet();
            drain.runsBeforeTheEnd.addAndGet(drain.runs.get());
            drain.inside.decrementAndGet();
            calls.leave();
        }
    }

    private static final class Drain implements Runnable {
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger runs = new AtomicInteger();
        private final AtomicInteger insideAtRun = new AtomicInteger();
        private final AtomicInteger runsBeforeTheEnd = new AtomicInteger();

        @Override
        public void run() {
            runs.incrementAndGet();
            insideAtRun.addAndGet(inside.get());
        }

        void requireOnceWhenEmpty() {
            require(runs.get() == 1, "the action runs once");
            require(insideAtRun.get() == 0, "the action runs when no call is inside");
            require(runsBeforeTheEnd.get() == 0, "no call is inside after the action ran");
        }
    }
}
