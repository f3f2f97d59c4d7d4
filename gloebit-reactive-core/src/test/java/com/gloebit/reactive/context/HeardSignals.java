package com.gloebit.reactive.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;

/**
 * The signals of every operator that is assembled from {@link #begin} to {@link #end}, each with the context that reached
 * that operator from below: a signal that is looked at below the client has the context that was written there,
 * whatever the client did.
 */
final class HeardSignals {
    /** As Reactor and Resilience4j call them; the connection pool has none of these of its own. */
    static final String TIMEOUT = "timeout";

    static final String TIMED_OUT = "source(MonoSupplier)";
    static final String BREAKER = "circuitBreaker";
    static final String RETRY = "retryWhen";
    static final String WAIT = "source(MonoDelay)";
    static final String OUTERMOST = "peek";

    private final Map<Sound, List<String>> heard = new ConcurrentHashMap<>();

    private record Sound(SignalType signal, String operator) {}

    void begin() {
        Hooks.onEachOperator(
                HeardSignals.class.getName(), Operators.lift((source, actual) -> new Ear<>(source.stepName(), actual)));
    }

    void end() {
        Hooks.resetOnEachOperator(HeardSignals.class.getName());
    }

    void forget() {
        heard.clear();
    }

    int count(SignalType signal, String operator) {
        return heard.getOrDefault(new Sound(signal, operator), List.of()).size();
    }

    /** At each of the operators there was such a signal, and none was without the subscriber's context. */
    void assertReached(SignalType signal, String... operators) {
        List<Sound> sounds = new ArrayList<>();
        for (String operator : operators) {
            sounds.add(new Sound(signal, operator));
        }
        assertThat(heard).as("signals").containsKeys(sounds.toArray(Sound[]::new));
        assertThat(sounds)
                .allSatisfy(sound ->
                        assertThat(heard.get(sound)).as(sound.toString()).containsOnly("trace-1"));
    }

    /** Says that it is a queue, as some operators require, and lets nobody take from it. */
    private final class Ear<T> implements CoreSubscriber<T>, Fuseable.QueueSubscription<T> {
        private final String operator;
        private final CoreSubscriber<? super T> below;
        private Subscription above = Operators.emptySubscription();

        Ear(String operator, CoreSubscriber<? super T> below) {
            this.operator = operator;
            this.below = below;
        }

        private void hear(SignalType signal) {
            heard.computeIfAbsent(new Sound(signal, operator), any -> new CopyOnWriteArrayList<>())
                    .add(currentContext().getOrDefault("trace", "lost"));
        }

        @Override
        public Context currentContext() {
            return below.currentContext();
        }

        /** Heard when all below have it: a cancellation reaches this from then on. */
        @Override
        public void onSubscribe(Subscription subscription) {
            above = subscription;
            below.onSubscribe(this);
            hear(SignalType.ON_SUBSCRIBE);
        }

        @Override
        public void onNext(T value) {
            hear(SignalType.ON_NEXT);
            below.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            hear(SignalType.ON_ERROR);
            below.onError(error);
        }

        @Override
        public void onComplete() {
            hear(SignalType.ON_COMPLETE);
            below.onComplete();
        }

        @Override
        public void request(long n) {
            above.request(n);
        }

        @Override
        public void cancel() {
            hear(SignalType.CANCEL);
            above.cancel();
        }

        @Override
        public int requestFusion(int mode) {
            return Fuseable.NONE;
        }

        @Override
        public @Nullable T poll() {
            return null;
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public void clear() {}
    }
}
