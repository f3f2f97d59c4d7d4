package com.gloebit.reactive.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Where a subscriber's context was seen, and where it was not. */
final class Trace {
    static final Context CONTEXT = Context.of("trace", "trace-1");

    private final Map<String, List<String>> seen = new ConcurrentHashMap<>();

    void at(String place, ContextView context) {
        seen.computeIfAbsent(place, any -> new CopyOnWriteArrayList<>()).add(context.getOrDefault("trace", "lost"));
    }

    /** The place of a step is where it is subscribed to, where it ends, and where it is cancelled. */
    <T> Mono<T> at(String place, Mono<T> step) {
        return Mono.deferContextual(context -> {
            at(place, context);
            return step.doOnCancel(() -> at(place + ", cancelled", context)).doOnEach(signal -> ended(place, signal));
        });
    }

    <T> Flux<T> at(String place, Flux<T> step) {
        return Flux.deferContextual(context -> {
            at(place, context);
            return step.doOnEach(signal -> ended(place, signal));
        });
    }

    private void ended(String place, Signal<?> signal) {
        if (signal.isOnError()) {
            at(place + ", failed", signal.getContextView());
        }
    }

    void forget() {
        seen.clear();
    }

    List<String> seenAt(String place) {
        return seen.getOrDefault(place, List.of());
    }

    void assertReached(String... places) {
        assertThat(seen).as("places").containsKeys(places);
        assertThat(seen)
                .allSatisfy((place, traces) -> assertThat(traces).as(place).containsOnly("trace-1"));
    }
}
