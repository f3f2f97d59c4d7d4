package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The application's reactions to the callbacks, in one process. */
final class Effects implements HoldHandler {
    private static final Duration LEAST = Duration.ofNanos(10_000);
    private static final Duration MOST = Duration.ofMillis(50);
    /** An effect may take ten seconds. */
    private static final Duration SLOWEST = Duration.ofSeconds(20);

    private final World world;
    private final Life life;
    private final Set<String> running = new LinkedHashSet<>();

    Effects(World world, Life life) {
        this.world = world;
        this.life = life;
    }

    @Override
    public Mono<EnactDecision> enact(HeldTransaction transaction) {
        return effect(
                "enact",
                transaction,
                () -> world.effects.oneIn(9) ? EnactDecision.reject("sold out") : EnactDecision.approve());
    }

    @Override
    public Mono<Void> consume(HeldTransaction transaction) {
        return Mono.deferContextual(context -> {
                    Database.Transaction open = context.getOrDefault(Database.Transaction.class, null);
                    return effect("consume", transaction, () -> {
                        String id = transaction.id().value();
                        if (open == null) {
                            world.judge.callbacks().delivered(id);
                        } else {
                            open.deliver(id);
                        }
                        return id;
                    });
                })
                .then();
    }

    @Override
    public Mono<Void> cancel(HeldTransaction transaction) {
        return effect("cancel", transaction, () -> "").then();
    }

    /** An effect of its own time, which may fail, hang or be cancelled. */
    private <T> Mono<T> effect(String what, HeldTransaction transaction, Supplier<T> result) {
        String id = transaction.id().value();
        return Mono.<T>create(sink -> {
                    world.note(life.name(), "begins to " + what, id);
                    if (!running.add(id) || world.judge.isRunningElsewhere(id, this)) {
                        world.fail("two effects of " + id + " overlap");
                    }
                    if (world.swarm.strikes(Fault.HANGING_EFFECT)) {
                        return;
                    }
                    boolean fails = world.swarm.strikes(Fault.FAILED_EFFECT);
                    Duration time = world.swarm.strikes(Fault.SLOW_EFFECT)
                            ? world.effects.between(MOST, SLOWEST)
                            : world.effects.between(LEAST, MOST);
                    world.after(
                            time,
                            () -> life.enter(() -> {
                                if (!running.contains(id)) {
                                    return;
                                }
                                if (fails) {
                                    sink.error(new IllegalStateException("the shelf cannot be reached"));
                                } else {
                                    sink.success(result.get());
                                }
                            }));
                })
                .doFinally(signal -> running.remove(id));
    }

    boolean isRunning(String id) {
        return running.contains(id);
    }

    /** The process has died. */
    void end() {
        running.clear();
    }
}
