package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.internal.endpoint.Answer;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The network by a script: one step for each attempt. An attempt too many fails the test. */
final class ScriptedTransport implements Transport {
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
            return step == null ? Mono.error(new AssertionError("one attempt too many")) : step.apply(gate);
        });
    }

    static Function<SendGate, Mono<Answer>> refusedConnect() {
        return gate -> Mono.error(new ConnectException("refused"));
    }

    static Function<SendGate, Mono<Answer>> lostAnswer() {
        return gate -> gate.pass() ? Mono.error(new IOException("reset")) : Mono.error(new AssertionError("not open"));
    }

    /** Sent, and then nothing. */
    static Function<SendGate, Mono<Answer>> hang() {
        return gate -> gate.pass() ? Mono.never() : Mono.error(new AssertionError("not open"));
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
        return gate.pass() ? Mono.just(answer) : Mono.error(new AssertionError("not open"));
    }
}
