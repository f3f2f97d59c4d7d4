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

/** The Reactor Netty client below: what the user may change, and what the client insists on. */
public final class HttpClients {
    private HttpClients() {}

    /**
     * Whatever the user sets: attempts are ours to count, a redirect would carry the token elsewhere, a certificate is
     * checked against the host, and what cannot be read is not quoted.
     */
    public static HttpClient client(
            Connections connections, Duration connectTimeout, String userAgent, UnaryOperator<HttpClient> users) {
        HttpClient ours = HttpClient.create(connections.pool())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis(connectTimeout));
        HttpClient theirs = Arguments.required("what httpClient returns", users.apply(ours));
        HttpResponseDecoderSpec answers = theirs.configuration().decoder();
        return theirs.disableRetry(true)
                .followRedirect(false)
                .compress(false)
                // Nothing is unpacked, and a request that says nothing allows every coding (RFC 9110, 12.5.3).
                .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, userAgent)
                        .set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY))
                .doOnChannelInit((observer, channel, remote) -> {
                    connections.open().add(channel);
                    AnswerGuard.guard(channel, answers);
                    insistOnHost(channel.pipeline().get(SslHandler.class), millis(connectTimeout));
                });
    }

    /** After whatever a user's provider did to it. A handshake that hangs is a connection that failed. */
    private static void insistOnHost(@Nullable SslHandler ssl, int handshakeTimeout) {
        if (ssl != null) {
            SSLParameters parameters = ssl.engine().getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            ssl.engine().setSSLParameters(parameters);
            ssl.setHandshakeTimeoutMillis(handshakeTimeout);
        }
    }

    /** To Netty, 0 is no limit at all. */
    private static int millis(Duration limit) {
        return Math.toIntExact(Math.max(1, limit.toMillis()));
    }
}
