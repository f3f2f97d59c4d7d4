package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.ConnectionSettings;
import com.gloebit.reactive.internal.Arguments;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import reactor.netty.http.client.HttpClient;
import reactor.netty.tcp.SslProvider;

/** The Reactor Netty client below: what the user may change, and what the client insists on. */
public final class HttpClients {
    private HttpClients() {}

    public static HttpClient client(
            Connections connections, ConnectionSettings settings, String userAgent, UnaryOperator<HttpClient> users) {
        HttpClient ours = HttpClient.create(connections.pool())
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()));
        return insisting(Arguments.required("what httpClient returns", users.apply(ours)))
                .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, userAgent))
                .doOnChannelInit(
                        (observer, channel, remote) -> connections.open().add(channel));
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
