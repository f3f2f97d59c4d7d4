package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.settings.ConnectionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The network over Reactor Netty. */
public final class HttpNetwork implements Network {
    private final Connections connections;
    private final Transport transport;
    private final WarmUp warmUp;

    /**
     * @param attempt the longest time of one attempt
     * @param customizer the user's changes of the client
     */
    public HttpNetwork(
            URI baseUri,
            ConnectionSettings settings,
            Duration attempt,
            String userAgent,
            UnaryOperator<HttpClient> customizer) {
        this.connections = new Connections(settings, attempt.dividedBy(2));
        HttpClient http = HttpClients.client(connections, connectTimeout(settings, attempt), userAgent, customizer);
        this.transport = new HttpExchange(http, baseUri, settings.maxAnswerBytes());
        this.warmUp = new WarmUp(http, "https".equalsIgnoreCase(baseUri.getScheme()));
    }

    /**
     * Connection and handshake together must fail before the attempt times out: their failure counts with the breaker,
     * and the timeout may not.
     */
    private static Duration connectTimeout(ConnectionSettings settings, Duration attempt) {
        Duration atMost = attempt.dividedBy(3);
        return settings.connectTimeout().compareTo(atMost) < 0 ? settings.connectTimeout() : atMost;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public PoolGauges gauges() {
        return connections.gauges();
    }

    @Override
    public Mono<Void> warmUp(Mono<Void> rehearsal, Duration atMost) {
        return warmUp.run(rehearsal, atMost);
    }

    @Override
    public Mono<Void> close() {
        return connections.close();
    }

    @Override
    public void dispose() {
        connections.dispose();
    }
}
