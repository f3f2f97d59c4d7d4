package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.http.Network;
import com.gloebit.reactive.internal.http.PoolGauges;
import com.gloebit.reactive.internal.http.SendGate;
import com.gloebit.reactive.internal.http.Transport;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The way of one process of the application to the service. */
final class ServiceNetwork implements Network {
    private final World world;
    private final Life life;
    private final Set<Exchange> open = new LinkedHashSet<>();
    private final PoolGauges gauges = new PoolGauges();
    private boolean isDisposed;

    ServiceNetwork(World world, Life life) {
        this.world = world;
        this.life = life;
    }

    @Override
    public Transport transport() {
        return this::exchange;
    }

    private Mono<Answer> exchange(Call<?, ?> call, SendGate gate) {
        return Mono.create(sink -> {
            Exchange exchange = new Exchange(world, life, call, gate, sink);
            open.add(exchange);
            sink.onDispose(() -> {
                open.remove(exchange);
                exchange.close();
            });
            exchange.connect();
        });
    }

    /** Breaks every connection. */
    void breakAll() {
        List.copyOf(open).forEach(Exchange::breakOff);
    }

    int open() {
        return open.size();
    }

    @Override
    public PoolGauges gauges() {
        return gauges;
    }

    @Override
    public Mono<Void> warmUp(Mono<Void> rehearsal, Duration atMost) {
        return rehearsal;
    }

    @Override
    public Mono<Void> close() {
        return Mono.fromRunnable(this::dispose);
    }

    @Override
    public void dispose() {
        isDisposed = true;
        breakAll();
    }

    /** Whether the client has closed, which it does when its last call has ended. */
    boolean isDisposed() {
        return isDisposed;
    }
}
