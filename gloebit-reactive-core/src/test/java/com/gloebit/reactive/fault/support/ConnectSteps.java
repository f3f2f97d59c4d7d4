package com.gloebit.reactive.fault.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/** What a test does just before an attempt asks for its connection. */
public final class ConnectSteps {
    private final Map<Integer, Runnable> steps = new ConcurrentHashMap<>();
    private final AtomicInteger attempts = new AtomicInteger();

    /** Counts attempts from here. */
    public void begin() {
        steps.clear();
        attempts.set(0);
    }

    /** May block; whatever is set twice for an attempt is done in that order. */
    public void before(int attempt, Runnable step) {
        steps.merge(attempt, step, (first, second) -> () -> {
            first.run();
            second.run();
        });
    }

    public Mono<? extends Connection> connect(Mono<? extends Connection> connection) {
        return Mono.defer(() -> {
            Runnable step = steps.remove(attempts.incrementAndGet());
            return step == null
                    ? connection
                    : Mono.fromRunnable(step)
                            .subscribeOn(Schedulers.boundedElastic())
                            .then(connection);
        });
    }
}
