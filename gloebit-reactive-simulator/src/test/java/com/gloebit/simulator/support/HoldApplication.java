package com.gloebit.simulator.support;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.GloebitSimulatorBuilder;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.internal.ledger.HoldUrls;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The server of an application with hold URLs. The test sets its answers, stops it, and restarts it on its port. */
public final class HoldApplication implements AutoCloseable {
    public static final String TRUE = "[true]";
    public static final String PENDING = "[false, \"pending\"]";
    public static final String REFUSED = "[false, \"sold out\"]";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<HoldStep, Function<String, Publisher<String>>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile int status = 200;
    private volatile boolean resetting;
    private DisposableServer server = start(0);
    private final int port = server.port();

    public URI base() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** A simulator's description with this application among the redirect prefixes. */
    public GloebitSimulatorBuilder simulator() {
        return Fixture.builder().application(Application.of("hold-key", "hold-secret-0123", base()));
    }

    public Map<String, Object> item(String transactionId, Number amount, HoldStep... steps) {
        return with(Fixture.item(transactionId, amount), transactionId, steps);
    }

    public Map<String, Object> product(String transactionId, int quantity, HoldStep... steps) {
        return with(Fixture.product(transactionId, "Sword", quantity), transactionId, steps);
    }

    public void answer(HoldStep step, String body) {
        answer(step, Mono.just(body));
    }

    public void answer(HoldStep step, Mono<String> body) {
        answers.put(step, unused -> body);
    }

    /** Answers with texts that come one after the other. */
    public void answer(HoldStep step, Flux<String> body) {
        answers.put(step, unused -> body);
    }

    /** Answers each transaction, by its id, as the function says. */
    public void answer(HoldStep step, Function<String, Mono<String>> body) {
        answers.put(step, body::apply);
    }

    public void answerWithStatus(int value) {
        status = value;
    }

    /** Resets the connection of each call. */
    public void reset() {
        resetting = true;
    }

    public int connections() {
        return connections.get();
    }

    /** How many calls would have another on their connection. */
    public int keptAlive() {
        return kept.get();
    }

    /** Method and URI of each call, in the order of their arrival. */
    public List<String> calls() {
        return calls;
    }

    public static String call(HoldStep step, String transactionId) {
        return "GET /hold/" + step + "?id=" + transactionId;
    }

    public void stop() {
        server.disposeNow(LIMIT);
    }

    public void restart() {
        server = start(port);
    }

    @Override
    public void close() {
        stop();
    }

    private Map<String, Object> with(Map<String, Object> body, String transactionId, HoldStep... steps) {
        body.put("application-key", "hold-key");
        for (HoldStep step : steps.length == 0 ? HoldStep.values() : steps) {
            body.put(HoldUrls.member(step), base() + "hold/" + step + "?id=" + transactionId);
        }
        return body;
    }

    private DisposableServer start(int onPort) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(onPort)
                .doOnConnection(unused -> connections.incrementAndGet())
                .handle(this::handle)
                .bindNow(LIMIT);
    }

    private static void reset(Connection connection) {
        connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        connection.dispose();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        calls.add(request.method() + " " + request.uri());
        if (request.isKeepAlive()) {
            kept.incrementAndGet();
        }
        if (resetting) {
            request.withConnection(HoldApplication::reset);
            return Mono.never();
        }
        String path = request.path();
        HoldStep step = HoldStep.valueOf(path.substring(path.lastIndexOf('/') + 1));
        String id = request.uri().substring(request.uri().indexOf('=') + 1);
        if (status == 302) {
            response.header("Location", base() + "hold/" + step + "?id=elsewhere");
        }
        return response.status(status)
                .sendString(
                        answers.getOrDefault(step, unused -> Mono.just(TRUE)).apply(id));
    }
}
