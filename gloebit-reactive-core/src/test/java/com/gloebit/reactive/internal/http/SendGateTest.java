package com.gloebit.reactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.settings.ConnectionSettings;
import com.gloebit.reactive.wire.support.Given;
import io.netty.channel.Channel;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.ConnectionObserver;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** Where an attempt is cancelled, and what becomes of its connection. */
class SendGateTest {
    private final SendGate gate = new SendGate(() -> {});
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final AtomicInteger cancellations = new AtomicInteger();

    @Test
    void aSentRequestIsCancelledOnTheEventLoop() {
        gate.cancelsOn(loop::add);
        gate.pass();

        gate.cancel(cancellations::incrementAndGet);

        assertThat(cancellations).hasValue(0);
        loop.remove().run();
        assertThat(cancellations).hasValue(1);
    }

    @Test
    void aRequestThatIsNotSentIsCancelledAtOnceAndNeverSent() {
        gate.cancelsOn(loop::add);

        gate.cancel(cancellations::incrementAndGet);

        assertThat(cancellations).hasValue(1);
        assertThat(loop).isEmpty();
        assertThat(gate.pass()).isFalse();
    }

    @Test
    void aSentRequestIsCancelledAtOnceIfItsEventLoopIsShutDown() {
        gate.cancelsOn(task -> {
            throw new RejectedExecutionException();
        });
        gate.pass();

        gate.cancel(cancellations::incrementAndGet);

        assertThat(cancellations).hasValue(1);
    }

    /** The cancellation that closed the gate may still close the connection, on a thread of its own. */
    @Test
    void theConnectionOfARequestThatIsNotSentIsLeftToNoOtherCall() {
        DisposableServer server = HttpServer.create()
                .host("localhost")
                .port(0)
                .handle((request, response) -> response.sendString(Mono.just("{}")))
                .bindNow(Given.PATIENCE);
        Connections connections = new Connections(ConnectionSettings.DEFAULT.withMaxConnections(1), Given.PATIENCE);
        Set<Channel> channels = ConcurrentHashMap.newKeySet();
        HttpClient client = HttpClients.client(
                connections,
                Given.PATIENCE,
                "test",
                http -> http.observe((connection, state) -> {
                    if (state == ConnectionObserver.State.CONFIGURED) {
                        channels.add(connection.channel());
                        gate.close();
                    }
                }));
        HttpExchange exchange = new HttpExchange(client, URI.create("http://localhost:" + server.port() + "/"), 100);
        try {
            assertThat(balance(exchange, gate).materialize().block(Given.PATIENCE))
                    .matches(signal -> signal != null && signal.isOnError());

            Answer answer = balance(exchange, new SendGate(() -> {})).block(Given.PATIENCE);

            assertThat(answer).isNotNull();
            assertThat(channels).hasSize(2);
        } finally {
            connections.dispose();
            server.disposeNow(Given.PATIENCE);
        }
    }

    @SuppressWarnings("NullAway") // null is the only value of Void
    private static Mono<Answer> balance(HttpExchange exchange, SendGate gate) {
        return exchange.exchange(Call.of(Endpoints.BALANCE, null, Given.CREDENTIAL), gate);
    }
}
