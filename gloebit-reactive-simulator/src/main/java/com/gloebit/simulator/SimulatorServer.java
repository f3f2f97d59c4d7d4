package com.gloebit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;

/** The HTTP side: bodies in, answers out, connections dropped where a fault says so. */
final class SimulatorServer {
    private static final String HOST = "127.0.0.1";
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int MAX_THREADS = 4;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final RequestProcessor processor;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final LoopResources loops;
    private final String scheme;
    private final DisposableServer server;

    private SimulatorServer(RequestProcessor processor, Listening listening) {
        this.processor = processor;
        this.scheme = listening.certificate().isPresent() ? "https" : "http";
        this.loops = LoopResources.create(
                "gloebit-simulator", Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()), true);
        this.server = bind(listening);
    }

    static SimulatorServer start(RequestProcessor processor, Listening listening) {
        return new SimulatorServer(processor, listening);
    }

    URI baseUri() {
        return URI.create(scheme + "://" + HOST + ":" + server.port() + "/");
    }

    void close() {
        server.disposeNow(CLOSE_LIMIT);
        connections.close().awaitUninterruptibly(CLOSE_LIMIT.toMillis());
        loops.disposeLater(Duration.ZERO, CLOSE_LIMIT).block(CLOSE_LIMIT);
    }

    /** Threads of a server that could not start would stay behind. */
    private DisposableServer bind(Listening listening) {
        HttpServer described = HttpServer.create()
                .host(HOST)
                .port(listening.port())
                .runOn(loops)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .handle(this::handle);
        try {
            return listening
                    .certificate()
                    .map(identity -> described.secure(ssl -> ssl.sslContext(tls(identity))))
                    .orElse(described)
                    .bindNow();
        } catch (RuntimeException e) {
            loops.dispose();
            throw e;
        }
    }

    private static SslProvider.GenericSslContextSpec<?> tls(SelfSignedCertificate identity) {
        return Http11SslContextSpec.forServer(identity.key(), identity.certificate());
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        Arrival arrival = processor.arrive(request.method().name(), request.uri(), request.requestHeaders());
        if (arrival.meets(Fault.Kind.DROP_UNREAD)) {
            return drop(request);
        }
        return body(request)
                .map(body -> processor.answer(arrival, body))
                .onErrorResume(ContractViolation.class, tooLong -> {
                    response.header(HttpHeaderNames.CONNECTION, "close");
                    return Mono.just(Optional.of(processor.violation(arrival, tooLong)));
                })
                .flatMap(answer ->
                        answer.map(given -> send(given, response)).orElseGet(() -> withhold(arrival, request)));
    }

    private static Mono<Void> send(Answer answer, HttpServerResponse response) {
        return answer.ready().flatMap(ready -> write(ready, response)).doFinally(unused -> answer.gone());
    }

    private static Mono<byte[]> body(HttpServerRequest request) {
        return request.receive()
                .asByteArray()
                .collect(() -> new BoundedBody(MAX_BODY_BYTES), BoundedBody::append)
                .map(BoundedBody::toByteArray);
    }

    private static Mono<Void> withhold(Arrival arrival, HttpServerRequest request) {
        return arrival.meets(Fault.Kind.HANG) ? Mono.never() : drop(request);
    }

    /** Never completes: a completed handler would be answered with an empty 200. */
    private static Mono<Void> drop(HttpServerRequest request) {
        request.withConnection(Connection::dispose);
        return Mono.never();
    }

    private static Mono<Void> write(Answer answer, HttpServerResponse response) {
        byte[] body = answer.body().getBytes(UTF_8);
        response.status(answer.status());
        answer.headers().forEach(response::header);
        response.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(body.length));
        return response.sendObject(Unpooled.wrappedBuffer(body)).then();
    }
}
