package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.http.SendGate;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** One request and its answer, on their way through the faults of the network. */
final class Exchange {
    private static final Duration LEAST = Duration.ofNanos(30_000);
    private static final Duration MOST = Duration.ofMillis(60);
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final byte[] NO_BODY = {};
    private static final List<Integer> OPEN_STATUSES = List.of(500, 502, 503, 504, 408, 409, 302);
    private static final List<Integer> REFUSING_STATUSES = List.of(429, 404, 400);

    private final World world;
    private final Life life;
    private final Call<?, ?> call;
    private final SendGate gate;
    private final MonoSink<Answer> sink;
    private final Chance chance;
    private Wire.@Nullable Exchange record;

    private boolean isSent;
    /** Nothing reaches the sender any more. */
    private boolean isClosed;

    Exchange(World world, Life life, Call<?, ?> call, SendGate gate, MonoSink<Answer> sink) {
        this.world = world;
        this.life = life;
        this.call = call;
        this.gate = gate;
        this.sink = sink;
        this.chance = world.network;
    }

    void connect() {
        if (world.swarm.strikes(Fault.FULL_POOL)) {
            refuse(AttemptFailure.poolExhausted(new IOException("no connection is free")));
        } else if (world.swarm.strikes(Fault.UNTRUSTED_CONNECTION)) {
            refuse(AttemptFailure.untrusted("the certificate has expired", new IOException("expired")));
        } else if (world.swarm.strikes(Fault.REFUSED_CONNECTION) || !world.service.isUp()) {
            fail("refuses the connection of", moment());
        } else if (!world.swarm.strikes(Fault.HANGING_CONNECTION)
                && !life.node().isCutOff()) {
            world.after(moment(), () -> life.enter(this::send));
        }
    }

    private void refuse(AttemptFailure failure) {
        world.after(
                moment(),
                () -> life.enter(() -> {
                    if (!isClosed) {
                        isClosed = true;
                        world.note("network", "refuses: " + failure.kind(), subject());
                        world.judge.coverage().failed(call, failure.kind());
                        sink.error(failure);
                    }
                }));
    }

    private Duration moment() {
        return chance.between(LEAST, MOST);
    }

    /** A late request arrives before the end of the time after which a client without holds takes none to be under way. */
    private Duration late() {
        return chance.between(LATE, world.setting.holds() ? Duration.ofHours(3) : Duration.ofMinutes(25));
    }

    private void send() {
        if (!gate.pass()) {
            return;
        }
        isSent = true;
        record = world.wire.send(life, call);
        world.counts.messages++;
        world.note(life.name(), "sends " + call.endpoint(), subject());
        if (strikes(Fault.LOST_REQUEST) || life.node().isCutOff()) {
            return;
        }
        if (strikes(Fault.BROKEN_REQUEST)) {
            fail("breaks the connection of", moment());
        } else if (strikes(Fault.BROKEN_LATE_REQUEST)) {
            fail("breaks the connection of", moment());
            arriveAfter(late(), false);
        } else if (strikes(Fault.LATE_REQUEST)) {
            arriveAfter(late(), true);
        } else if (strikes(Fault.FOREIGN_ANSWER)) {
            answer(foreign(chance.oneIn(3) ? chance.of(REFUSING_STATUSES) : chance.of(OPEN_STATUSES)));
        } else if (strikes(Fault.FOREIGN_ANSWER_BEFORE_PROCESSING)) {
            answer(foreign(chance.of(OPEN_STATUSES)));
            arriveAfter(late(), false);
        } else if (isTransact() && strikes(Fault.QUEUING_FAILED)) {
            answer(queuingFailed());
        } else if (isTransact() && strikes(Fault.QUEUING_FAILED_LATE)) {
            answer(queuingFailed());
            arriveAfter(late(), false);
        } else {
            arriveAfter(moment(), true);
        }
    }

    private boolean strikes(Fault fault) {
        boolean strikes = world.swarm.strikes(fault);
        if (strikes) {
            world.note("network", fault.name(), subject());
        }
        return strikes;
    }

    private boolean isTransact() {
        return record != null;
    }

    /** @param isAwaited whether the answer travels back */
    private void arriveAfter(Duration wait, boolean isAwaited) {
        world.afterLong(
                wait,
                () -> world.service.arrive(
                        call.endpoint().verb().name(),
                        "/" + call.path(),
                        headers(),
                        call.body() == null ? NO_BODY : call.body(),
                        answer -> {
                            if (isAwaited) {
                                answered(answer);
                            }
                        },
                        () -> fail("breaks the connection of", moment())));
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new DefaultHttpHeaders();
        if (call.accessToken() != null) {
            headers.set("Authorization", "Bearer " + call.accessToken());
        }
        if (call.endpoint().contentType() != null) {
            headers.set("Content-Type", call.endpoint().contentType());
        }
        return headers;
    }

    private void answered(com.gloebit.simulator.internal.wire.Answer answer) {
        world.counts.messages++;
        if (isClosed || strikes(Fault.LOST_ANSWER) || life.node().isCutOff()) {
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (strikes(Fault.BROKEN_ANSWER)) {
            fail("breaks the connection of", moment());
        } else if (strikes(Fault.LATE_ANSWER)) {
            deliverAfter(late(), new Answer(answer.status(), null, body, body.length));
        } else if (strikes(Fault.FOREIGN_ANSWER_AFTER_PROCESSING)) {
            answer(foreign(chance.of(OPEN_STATUSES)));
        } else if (strikes(Fault.GARBLED_ANSWER)) {
            answer(new Answer(answer.status(), null, body, chance.below(Math.max(1, body.length))));
        } else {
            answer(new Answer(answer.status(), null, body, body.length));
        }
    }

    private Answer foreign(int status) {
        return new Answer(status, chance.oneIn(3) ? Duration.ofSeconds(chance.between(1, 20)) : null, NO_BODY, 0);
    }

    private static Answer queuingFailed() {
        byte[] body = "{\"success\":false,\"status\":\"queuing-failed\",\"reason\":\"the queue is full\"}"
                .getBytes(StandardCharsets.UTF_8);
        return new Answer(200, null, body, body.length);
    }

    private void answer(Answer answer) {
        deliverAfter(moment(), answer);
    }

    private void deliverAfter(Duration wait, Answer answer) {
        world.afterLong(
                wait,
                () -> life.enter(() -> {
                    if (!isClosed) {
                        isClosed = true;
                        if (record != null) {
                            world.wire.answered(record, answer);
                        }
                        world.judge.coverage().answered(call, answer);
                        world.note(life.name(), "receives " + answer.status(), subject());
                        sink.success(answer);
                    }
                }));
    }

    private void fail(String how, Duration wait) {
        world.after(
                wait,
                () -> life.enter(() -> {
                    if (!isClosed) {
                        isClosed = true;
                        world.note("network", how, subject());
                        world.judge.coverage().failed(call, isSent ? FailureKind.LOST : FailureKind.UNREACHABLE);
                        sink.error(new IOException("connection reset"));
                    }
                }));
    }

    /** Breaks the connection now. A request that is on its way arrives all the same. */
    void breakOff() {
        fail("breaks the connection of", Duration.ZERO);
    }

    /** The sender is no longer interested. */
    void close() {
        if (!isClosed) {
            world.judge.coverage().failed(call, isSent ? FailureKind.LOST : FailureKind.NOT_CONNECTED);
        }
        isClosed = true;
        if (record != null) {
            world.wire.givenUp(record);
        }
    }

    private Object subject() {
        return call.transactionId() == null ? call.endpoint() : call.transactionId();
    }
}
