package com.gloebit.reactive.deterministic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One seed: a service, an application with its nodes and its database, the networks between them, and their faults. */
final class World implements AutoCloseable {
    final long seed;
    final Setting setting;
    final List<String> users;
    final Swarm swarm;
    final Trace trace;
    final Clockwork clockwork = Clockwork.installed();
    final Chance network;
    final Chance effects;
    final Wire wire;
    final Service service;
    final Database database;
    final List<Node> nodes = new ArrayList<>();
    final Judge judge;
    final Counts counts = new Counts();
    private final Workload workload;

    private long latest;
    private @Nullable String failure;

    World(long seed, Overrides overrides, boolean isReadable) {
        this.seed = seed;
        Chance chance = new Chance(seed);
        this.setting = overrides.apply(Setting.draw(chance.fork()));
        this.users = setting.userNames();
        this.swarm = new Swarm(chance.fork(), overrides.removed());
        this.trace = new Trace(isReadable);
        this.network = chance.fork();
        this.effects = chance.fork();
        this.wire = new Wire(this);
        this.service = new Service(this, chance.fork());
        this.database = new Database(this, chance.fork());
        this.judge = new Judge(this);
        Chance clocks = chance.fork();
        for (int i = 0; i < setting.nodes(); i++) {
            nodes.add(new Node(this, "node" + i, clocks.fork()));
        }
        this.workload = new Workload(this, chance.fork());
    }

    /** Lives through the steps and the calm after them. */
    void run() {
        workload.run();
    }

    /**
     * What is left out of a world to make a failure smaller.
     *
     * @param removed faults that do not happen
     * @param steps the largest number of steps
     * @param users the largest number of users
     */
    record Overrides(Set<Fault> removed, int steps, int users) {
        static final Overrides NONE = new Overrides(Set.of(), Integer.MAX_VALUE, Integer.MAX_VALUE);

        Setting apply(Setting drawn) {
            return new Setting(
                    Math.min(users, drawn.users()),
                    drawn.nodes(),
                    Math.min(steps, drawn.steps()),
                    drawn.holds(),
                    drawn.isTransactional(),
                    drawn.funds(),
                    drawn.longestPause(),
                    drawn.version(),
                    drawn.limits(),
                    drawn.resilience(),
                    drawn.open(),
                    drawn.callbacks());
        }
    }

    /** The numbers that a run prints. */
    static final class Counts {
        int operations;
        int messages;
    }

    /** Runs a task later, unless the run has failed by then. */
    void after(Duration wait, Runnable task) {
        clockwork.after(wait, () -> {
            if (failure == null) {
                task.run();
            }
        });
    }

    /** Delivers something that may be late; {@link #latest} tells when all of it has arrived. */
    void afterLong(Duration wait, Runnable task) {
        latest = Math.max(latest, clockwork.now() + wait.toNanos());
        after(wait, task);
    }

    /** When the last message that is on its way arrives, in nanoseconds. */
    long latest() {
        return latest;
    }

    void note(String who, String what, Object subject) {
        trace.add(clockwork.now(), who, what, subject);
    }

    /** Records what is wrong. The first one counts, and the rest of the run does nothing. */
    void fail(String what) {
        if (failure == null) {
            failure = what;
            note("judge", "FAILURE", what);
        }
    }

    @Nullable
    String failure() {
        return failure;
    }

    boolean hasFailed() {
        return failure != null;
    }

    @Override
    public void close() {
        clockwork.end();
    }
}
