package com.gloebit.reactive.internal.http;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.endpoint.Verb;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Sends one bounded request and reads its complete bounded answer. A connection whose answer is not fully read is
 * closed.
 */
public final class HttpExchange implements Transport {
    private static final HttpProtocol[] HTTP_1_1 = {HttpProtocol.HTTP11};

    /** The key under which Reactor's operators look for a hook of the subscriber. */
    private static final String ON_NEXT_DROPPED = "reactor.onNextDropped.local";

    private final HttpClient client;
    private final String baseUri;
    private final int maxAnswerBytes;
    private final boolean cancelsWaiting;
    private final ConcurrentMap<Endpoint<?, ?>, HttpClient.RequestSender> senders = new ConcurrentHashMap<>();

    public HttpExchange(HttpClient client, URI baseUri, int maxAnswerBytes) {
        this.client = client;
        this.baseUri = baseUri.toString();
        this.maxAnswerBytes = maxAnswerBytes;
        // An HTTP/2 connection is opened for more calls than the one that requested it.
        this.cancelsWaiting = Arrays.equals(client.configuration().protocols(), HTTP_1_1);
    }

    @Override
    public Mono<Answer> exchange(Call<?, ?> call, SendGate gate) {
        return sender(call)
                .send((request, outbound) -> send(call, gate, request, outbound))
                .response(this::receive)
                // A response over HTTP/2 that arrives during a cancellation reaches no subscriber, and would keep its
                // stream.
                .doOnDiscard(Connection.class, Connection::dispose)
                .single()
                .onErrorMap(error -> untrusted(error, gate))
                .contextWrite(context -> cancelsWaiting
                        ? context.put(SendGate.class, gate)
                        // A response that arrives after a cancellation would keep its stream.
                        : context.put(ON_NEXT_DROPPED, (Consumer<Object>) HttpExchange::disposeDropped))
                .cancelOn(Schedulers.fromExecutor(gate::cancel));
    }

    private static void disposeDropped(Object dropped) {
        if (dropped instanceof Connection connection) {
            connection.dispose();
        }
    }

    /** Maps TLS faults, but only before anything was sent: later, a TLS alert may also mean a refusal. */
    private static Throwable untrusted(Throwable error, SendGate gate) {
        String fault = TlsFaults.lasting(error);
        return fault == null || gate.close() ? error : AttemptFailure.untrusted(fault, error);
    }

    /** Assembles headers and URI once for each endpoint. Only a path with an argument is assembled for each call. */
    private HttpClient.RequestSender sender(Call<?, ?> call) {
        HttpClient.RequestSender prepared = senders.computeIfAbsent(call.endpoint(), this::prepare);
        return call.endpoint().hasPathArgument() ? prepared.uri(baseUri + call.path()) : prepared;
    }

    private HttpClient.RequestSender prepare(Endpoint<?, ?> endpoint) {
        return client.headers(headers -> {
                    headers.set(HttpHeaderNames.ACCEPT, "application/json");
                    if (endpoint.contentType() != null) {
                        headers.set(HttpHeaderNames.CONTENT_TYPE, endpoint.contentType());
                    }
                })
                .request(HttpMethod.valueOf(endpoint.verb().name()))
                .uri(baseUri + endpoint.path());
    }

    private static Publisher<Void> send(
            Call<?, ?> call, SendGate gate, HttpClientRequest request, NettyOutbound outbound) {
        outbound.withConnection(connection -> prepareCancellation(connection, gate));
        if (!gate.pass()) {
            outbound.withConnection(HttpExchange::close);
            return Mono.error(new IllegalStateException("the attempt is over"));
        }
        if (call.accessToken() != null) {
            request.header(HttpHeaderNames.AUTHORIZATION, "Bearer " + call.accessToken());
        }
        byte[] body = call.body();
        if (body == null) {
            return withoutBody(call, request, outbound);
        }
        request.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        return outbound.sendObject(outbound.alloc().buffer(body.length).writeBytes(body));
    }

    /**
     * Closes the connection before another call has it, because a cancellation on another thread may be about to close
     * it.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a connection that fails to close is closed
    private static void close(Connection connection) {
        connection.channel().close();
    }

    /** Only a connection that another HTTP/1.1 call may get has the codec. */
    private static void prepareCancellation(Connection connection, SendGate gate) {
        if (connection.channel().pipeline().get(NettyPipeline.HttpCodec) instanceof OneAnswerCodec) {
            gate.cancelsOn(connection.channel().eventLoop());
        }
    }

    /** Sets the length to 0, because a POST without a length would be sent in chunks. */
    private static Publisher<Void> withoutBody(Call<?, ?> call, HttpClientRequest request, NettyOutbound outbound) {
        if (call.endpoint().verb() != Verb.GET) {
            request.header(HttpHeaderNames.CONTENT_LENGTH, "0");
        }
        return outbound;
    }

    private Publisher<Answer> receive(HttpClientResponse response, ByteBufFlux content) {
        if (announcedLength(response) > maxAnswerBytes) {
            return Mono.error(tooLarge(response));
        }
        return content.collect(() -> new AnswerBody(maxAnswerBytes, () -> tooLarge(response)), AnswerBody::add)
                .map(body -> answer(response, body));
    }

    private AttemptFailure tooLarge(HttpClientResponse response) {
        return AttemptFailure.tooLarge(response.status().code(), retryAfter(response), maxAnswerBytes);
    }

    private static long announcedLength(HttpClientResponse response) {
        String length = response.responseHeaders().get(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Answer answer(HttpClientResponse response, AnswerBody body) {
        return new Answer(response.status().code(), retryAfter(response), body.bytes(), body.length());
    }

    private static @Nullable Duration retryAfter(HttpClientResponse response) {
        String value = response.responseHeaders().get(HttpHeaderNames.RETRY_AFTER);
        return value == null ? null : RetryAfter.parse(value, Instant.now());
    }
}
