package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.simulator.internal.hold.HoldCaller;
import com.gloebit.simulator.internal.hold.HoldReply;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/** The way of the callbacks from the service to any node of the application. */
final class CallbackNetwork implements HoldCaller {
    private static final Duration LEAST = Duration.ofNanos(30_000);
    private static final Duration MOST = Duration.ofMillis(30);
    private static final Duration LATEST = Duration.ofHours(2);

    private final World world;
    private final Service service;
    private final Chance chance;

    CallbackNetwork(World world, Service service, Chance chance) {
        this.world = world;
        this.service = service;
        this.chance = chance;
    }

    @Override
    public Scheduler scheduler() {
        return world.clockwork;
    }

    @Override
    public Mono<HoldReply> get(URI uri, Duration timeout) {
        return Mono.<HoldReply>create(sink -> send(uri, timeout, sink))
                .timeout(timeout, Mono.just(HoldReply.none("out of time")), scheduler())
                .doOnNext(reply -> world.after(Duration.ZERO, world.judge::afterChange));
    }

    @Override
    public void close() {}

    private void send(URI uri, Duration timeout, MonoSink<HoldReply> sink) {
        String step = step(uri);
        world.counts.messages++;
        int sentIn = service.life();
        if (world.swarm.strikes(Fault.REPEATED_CALLBACK)) {
            Duration wait = chance.between(LEAST, LATEST);
            world.afterLong(
                    wait, () -> arrive(uri, step + " again", chance.oneIn(2) ? timeout : null, (node, reply) -> {}));
        }
        if (world.swarm.strikes(Fault.LOST_CALLBACK)) {
            world.note("network", "loses callback", uri.getPath());
            return;
        }
        boolean isLate = world.swarm.strikes(Fault.LATE_CALLBACK);
        Duration there = isLate ? timeout.plus(chance.between(LEAST, LATEST)) : chance.between(LEAST, MOST);
        world.afterLong(there, () -> {
            Disposable answering = arrive(uri, step, null, (node, reply) -> {
                world.counts.messages++;
                if (world.swarm.strikes(Fault.LOST_CALLBACK_ANSWER) || node.isCutOff()) {
                    world.note("network", "loses answer to " + step, uri.getPath());
                } else {
                    world.after(
                            chance.between(LEAST, MOST),
                            () -> sink.success(
                                    service.life() == sentIn ? reply : HoldReply.none("the service restarted")));
                }
            });
            if (answering == null) {
                world.after(chance.between(LEAST, MOST), () -> sink.success(HoldReply.none("no connection")));
            } else {
                sink.onDispose(answering);
            }
        });
    }

    private interface Reply {
        void accept(Node node, HoldReply reply);
    }

    /**
     * Lets any node answer.
     *
     * @param givesUpAfter when the service closes the connection; null if somebody else closes it
     * @return closes the connection; null if the node is down
     */
    private @Nullable Disposable arrive(URI uri, String step, @Nullable Duration givesUpAfter, Reply reply) {
        Node node = chance.of(world.nodes);
        if (!node.isUp() || node.isCutOff()) {
            world.note(node.name(), "is down for " + step, uri.getPath());
            return null;
        }
        return node.answer(uri, step, givesUpAfter, answer -> reply.accept(node, toReply(answer)));
    }

    private static HoldReply toReply(HoldAnswer answer) {
        return answer.status() == 200 ? HoldReply.of(answer.body()) : HoldReply.none("status " + answer.status());
    }

    private static String step(URI uri) {
        String path = uri.getPath().substring(Service.HOLDS.getPath().length() + 1);
        return path.substring(0, path.indexOf('/'));
    }
}
