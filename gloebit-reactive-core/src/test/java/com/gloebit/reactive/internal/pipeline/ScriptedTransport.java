package com.gloebit.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.http.SendGate;
import com.gloebit.reactive.internal.http.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The network by a script: one step for each attempt. The pipeline takes the error of an attempt too many for a failure
 * of the network; {@link #requireNoneTooMany()} is what fails the test.
 */
final class ScriptedTransport implements Transport {
    /** Of all scripts: some tests make one for themselves. */
    private static final AtomicInteger TOO_MANY = new AtomicInteger();

    final List<byte @Nullable []> bodies = new ArrayList<>();
    final List<String> traceIds = new ArrayList<>();
    final List<SendGate> gates = new ArrayList<>();
    private final Deque<Function<SendGate, Mono<Answer>>> steps = new ArrayDeque<>();

    ScriptedTransport then(Function<SendGate, Mono<Answer>> step) {
        steps.add(step);
        return this;
    }

    ScriptedTransport then(int times, Function<SendGate, Mono<Answer>> step) {
        for (int i = 0; i < times; i++) {
            steps.add(step);
        }
        return this;
    }

    int attempts() {
        return gates.size();
    }

    @Override
    public Mono<Answer> exchange(Call<?, ?> call, SendGate gate) {
        return Mono.deferContextual(context -> {
            bodies.add(call.body());
            gates.add(gate);
            traceIds.add(context.getOrDefault("trace", "none"));
            Function<SendGate, Mono<Answer>> step = steps.poll();
            return step == null ? oneTooMany() : step.apply(gate);
        });
    }

    /** Asked after each test. */
    static void requireNoneTooMany() {
        assertThat(TOO_MANY.getAndSet(0)).as("attempts too many").isZero();
    }

    private static Mono<Answer> oneTooMany() {
        TOO_MANY.incrementAndGet();
        return Mono.error(new AssertionError("one attempt too many"));
    }

    /** What the real one says when the gate is closed. */
    private static <T> Mono<T> over() {
        return Mono.error(new IllegalStateException("the attempt is over"));
    }

    static Function<SendGate, Mono<Answer>> refusedConnect() {
        return gate -> Mono.error(new ConnectException("refused"));
    }

    static Function<SendGate, Mono<Answer>> lostAnswer() {
        return gate -> gate.pass() ? Mono.error(new IOException("reset")) : over();
    }

    /** Sent, and then nothing. */
    static Function<SendGate, Mono<Answer>> hang() {
        return gate -> gate.pass() ? Mono.never() : over();
    }

    /** Waits for a connection, and then nothing. */
    static Function<SendGate, Mono<Answer>> noConnection() {
        return gate -> Mono.never();
    }

    static Function<SendGate, Mono<Answer>> status(int status, @Nullable Duration retryAfter) {
        return gate -> answer(gate, new Answer(status, retryAfter, new byte[0], 0));
    }

    static Function<SendGate, Mono<Answer>> status(int status) {
        return status(status, null);
    }

    static Function<SendGate, Mono<Answer>> json(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return gate -> answer(gate, new Answer(200, null, bytes, bytes.length));
    }

    private static Mono<Answer> answer(SendGate gate, Answer answer) {
        return gate.pass() ? Mono.just(answer) : over();
    }
}
