package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.ConnectionSettings;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider;

/** The Reactor Netty client below: what the user may change, and what the client insists on. */
public final class HttpClients {
    private static final Duration EVICT_EVERY = Duration.ofSeconds(10);

    private HttpClients() {}

    /** Every bound is set: a pool's own defaults are 16 connections that never age, taken oldest first. */
    public static ConnectionProvider pool(ConnectionSettings settings, Duration acquireTimeout, PoolGauges gauges) {
        return ConnectionProvider.builder("gloebit")
                .maxConnections(settings.maxConnections())
                .pendingAcquireMaxCount(settings.maxPending())
                .pendingAcquireTimeout(acquireTimeout)
                .maxIdleTime(settings.maxIdle())
                .maxLifeTime(settings.maxAge())
                .evictInBackground(EVICT_EVERY)
                .lifo()
                .metrics(true, () -> gauges)
                .build();
    }

    public static HttpClient client(
            ConnectionProvider pool, ConnectionSettings settings, String userAgent, UnaryOperator<HttpClient> users) {
        HttpClient ours = HttpClient.create(pool)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, userAgent));
        return insisting(users.apply(ours));
    }

    /**
     * Whatever the user set: attempts are ours to count, a redirect would carry the token elsewhere, and a certificate
     * is checked against the host.
     */
    private static HttpClient insisting(HttpClient client) {
        HttpClient strict = client.disableRetry(true).followRedirect(false).compress(false);
        SslProvider ssl = strict.configuration().sslProvider();
        return ssl == null
                ? strict
                : strict.secure(SslProvider.addHandlerConfigurator(ssl, handler -> verifyHostname(handler.engine())));
    }

    private static void verifyHostname(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
    }
}
