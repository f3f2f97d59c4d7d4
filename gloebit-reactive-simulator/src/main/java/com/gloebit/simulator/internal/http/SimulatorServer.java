package com.gloebit.simulator.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gloebit.simulator.internal.tls.SelfSignedCertificate;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.BoundedBody;
import com.gloebit.simulator.internal.wire.ContractViolation;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;

/** The HTTP server: reads requests, sends answers, and applies the faults of answers and connections. */
public final class SimulatorServer {
    private static final String HOST = "127.0.0.1";
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int MAX_THREADS = 4;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Supplier<RequestProcessor> processors;
    private final ServedConnections connections = new ServedConnections();
    private final LoopResources loops;
    private final Optional<SelfSignedCertificate> certificate;
    private final HttpServer described;
    private final int port;
    private DisposableServer listener;

    private SimulatorServer(Supplier<RequestProcessor> processors, ServerSettings settings) {
        this.processors = processors;
        this.certificate = settings.certificate();
        this.loops = LoopResources.create(
                "gloebit-simulator", Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()), true);
        this.described = describe();
        this.listener = bind(settings.port());
        this.port = listener.port();
    }

    /**
     * Starts a server.
     *
     * @param processors supplies the processor of each request
     */
    public static SimulatorServer start(Supplier<RequestProcessor> processors, ServerSettings settings) {
        return new SimulatorServer(processors, settings);
    }

    public URI baseUri() {
        return URI.create((certificate.isPresent() ? "https" : "http") + "://" + HOST + ":" + port + "/");
    }

    public ServedConnections connections() {
        return connections;
    }

    /** Returns an HTTP client for this server. */
    public HttpClient client() {
        HttpClient client = HttpClient.newConnection()
                .runOn(loops, false)
                .resolver(resolver -> resolver.runOn(loops, false))
                .disableRetry(true)
                .followRedirect(false);
        return certificate
                .map(identity -> client.secure(ssl -> ssl.sslContext(trust(identity))))
                .orElse(client);
    }

    /** Stops listening. Open connections stay open. */
    public synchronized void stopListening() {
        listener.disposeNow(CLOSE_LIMIT);
    }

    /** Listens again, on the same port. */
    public synchronized void listenAgain() {
        if (listener.isDisposed()) {
            listener = described.port(port).bindNow(CLOSE_LIMIT);
        }
    }

    /** Accepts connections again, and closes those that have a request. */
    public void reset() {
        listenAgain();
        connections.dropNoMore();
        connections.dropBusy().block(CLOSE_LIMIT);
    }

    public void close() {
        stopListening();
        connections.close(CLOSE_LIMIT);
        loops.disposeLater(Duration.ZERO, CLOSE_LIMIT).block(CLOSE_LIMIT);
    }

    private HttpServer describe() {
        HttpServer server = HttpServer.create()
                .host(HOST)
                .runOn(loops)
                .doOnChannelInit((observer, channel, remote) -> connections.made(channel))
                .handle((request, response) -> connections.serving(request, handle(request, response)));
        return certificate
                .map(identity -> server.secure(ssl -> ssl.sslContext(tls(identity))))
                .orElse(server);
    }

    /** Disposes of the threads if the server cannot start. */
    private DisposableServer bind(int wanted) {
        try {
            return described.port(wanted).bindNow();
        } catch (RuntimeException e) {
            loops.dispose();
            throw e;
        }
    }

    private static SslProvider.GenericSslContextSpec<?> tls(SelfSignedCertificate identity) {
        return Http11SslContextSpec.forServer(identity.key(), identity.certificate());
    }

    private static SslProvider.GenericSslContextSpec<?> trust(SelfSignedCertificate identity) {
        return Http11SslContextSpec.forClient().configure(ssl -> ssl.trustManager(identity.certificate()));
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        RequestProcessor processor = processors.get();
        RequestHead head = processor.arrive(request.method().name(), request.uri(), request.requestHeaders());
        if (head.isUnread()) {
            return send(Answer.EMPTY, head, request, response);
        }
        return body(request)
                .map(body -> processor.answer(head, body))
                .onErrorResume(ContractViolation.class, tooLong -> {
                    response.header(HttpHeaderNames.CONNECTION, "close");
                    return Mono.just(processor.violation(head, tooLong));
                })
                .flatMap(answer -> send(answer, head, request, response));
    }

    private static Mono<Void> send(
            Answer answer, RequestHead head, HttpServerRequest request, HttpServerResponse response) {
        return head.delivery()
                .map(delivery -> new RawAnswer(answer, delivery))
                .map(raw -> connection(request).flatMap(raw::sendOver))
                .orElseGet(() -> connection(request)
                        .flatMap(connection -> new InterimAnswers(head.interim()).sendOver(connection))
                        .then(answer.ready())
                        .flatMap(ready -> write(ready, response))
                        .doFinally(unused -> answer.gone()));
    }

    private static Mono<Connection> connection(HttpServerRequest request) {
        return Mono.create(sink -> request.withConnection(sink::success));
    }

    private static Mono<byte[]> body(HttpServerRequest request) {
        return request.receive()
                .asByteArray()
                .collect(() -> new BoundedBody(MAX_BODY_BYTES), BoundedBody::append)
                .map(BoundedBody::toByteArray);
    }

    private static Mono<Void> write(Answer answer, HttpServerResponse response) {
        byte[] body = answer.body().getBytes(UTF_8);
        response.status(answer.status());
        answer.headers().forEach(response::header);
        response.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(body.length));
        return response.sendObject(Unpooled.wrappedBuffer(body)).then();
    }
}
