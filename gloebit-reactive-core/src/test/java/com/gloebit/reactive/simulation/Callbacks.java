package com.gloebit.reactive.simulation;

import com.gloebit.reactive.hold.Holds;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** One server for the callbacks of all worlds; the first part of the path names the world. */
final class Callbacks implements AutoCloseable {
    private final Map<String, Supplier<Holds>> worlds = new ConcurrentHashMap<>();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();

    /** Where a world is called; whoever is its node at that moment answers. */
    URI open(String world, Supplier<Holds> node) {
        worlds.put(world, node);
        return URI.create("http://127.0.0.1:" + server.port() + "/" + world);
    }

    void end(String world) {
        worlds.remove(world);
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        Supplier<Holds> node = worlds.get(request.uri().split("/", 3)[1]);
        if (node == null) {
            return response.sendNotFound();
        }
        return node.get()
                .answer(URI.create(request.uri()))
                .flatMap(answer -> response.status(answer.status())
                        .sendString(Mono.just(answer.body()))
                        .then());
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
