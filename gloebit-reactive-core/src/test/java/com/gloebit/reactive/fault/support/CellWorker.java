package com.gloebit.reactive.fault.support;

import com.gloebit.reactive.settings.CallLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A thread's way through the cells that are left, with worlds of its own that serve for many cells. */
public final class CellWorker implements Runnable {
    private final Queue<Work> left;
    private final Map<Terms, FaultyService> worlds = new HashMap<>();

    private record Terms(boolean https, CallLimits limits) {}

    /** A cell, and how it went. */
    public record Work(Cell cell, CompletableFuture<Void> done) {}

    public CellWorker(Queue<Work> left) {
        this.left = left;
    }

    @Override
    public void run() {
        for (Work work = left.poll(); work != null; work = left.poll()) {
            InjectedFault fault = work.cell().fault();
            Terms terms = new Terms(fault.needsTls(), fault.limits());
            try {
                new CellRun(worlds.computeIfAbsent(terms, CellWorker::world), work.cell()).run();
                if (!work.cell().isMet()) {
                    leave(terms);
                }
                work.done().complete(null);
            } catch (Throwable failed) {
                leave(terms);
                work.done().completeExceptionally(failed);
            }
        }
        worlds.values().forEach(FaultyService::close);
    }

    private static FaultyService world(Terms terms) {
        return new FaultyService(terms.https(), terms.limits());
    }

    /** What a fault that was not met may do to the next cell, or what is wrong with this world, ends with it. */
    private void leave(Terms terms) {
        FaultyService spent = worlds.remove(terms);
        if (spent != null) {
            spent.close();
        }
    }
}
