package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.internal.Arguments;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpResponseDecoderSpec;

/** Configures the Reactor Netty client: the settings that the user may change, and those that the client enforces. */
final class HttpClients {
    private HttpClients() {}

    /**
     * Creates the client. These settings override those of the user: the pipeline alone retries, a redirect is not
     * followed because it would carry the token to another server, the certificate must match the host, and unreadable
     * input is not quoted.
     */
    static HttpClient client(
            Connections connections, Duration connectTimeout, String userAgent, UnaryOperator<HttpClient> customizer) {
        HttpClient base = HttpClient.create(connections.pool())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis(connectTimeout));
        HttpClient customized = Arguments.required("the client that httpClient returns", customizer.apply(base));
        HttpResponseDecoderSpec decoderSettings = customized.configuration().decoder();
        return customized
                .disableRetry(true)
                .followRedirect(false)
                .compress(false)
                // Answers are not decompressed, and a request without this header allows every coding (RFC 9110,
                // 12.5.3).
                .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, userAgent)
                        .set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY))
                .doOnChannelInit((observer, channel, remote) -> {
                    connections.open().add(channel);
                    AnswerGuard.guard(channel, decoderSettings);
                    enforceHostVerification(channel.pipeline().get(SslHandler.class), millis(connectTimeout));
                });
    }

    /**
     * Enforces host verification after any setup by the user's SSL provider. A handshake that hangs counts as a failed
     * connection.
     */
    private static void enforceHostVerification(@Nullable SslHandler ssl, int handshakeTimeout) {
        if (ssl != null) {
            SSLParameters parameters = ssl.engine().getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            ssl.engine().setSSLParameters(parameters);
            ssl.setHandshakeTimeoutMillis(handshakeTimeout);
        }
    }

    /** Returns at least 1, because Netty treats 0 as no limit. */
    private static int millis(Duration limit) {
        return Math.toIntExact(Math.max(1, limit.toMillis()));
    }
}
