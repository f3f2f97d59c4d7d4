package com.gloebit.simulator.internal.wire;

import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** An HTTP answer. */
public record Answer(int status, Map<String, String> headers, String body, Optional<DeferredAnswer> deferred) {
    public static final Answer EMPTY = of(200, "text/plain", "");
    private static final String JSON = "application/json";

    public Answer(int status, Map<String, String> headers, String body) {
        this(status, headers, body, Optional.empty());
    }

    public Answer with(DeferredAnswer conditions) {
        return new Answer(status, headers, body, Optional.of(conditions));
    }

    /** Emits the answer when it may be sent. */
    public Mono<Answer> ready() {
        return deferred.map(DeferredAnswer::late).orElseGet(() -> Mono.just(this));
    }

    /** Has to be called after the answer was sent or discarded. */
    public void gone() {
        deferred.ifPresent(conditions -> conditions.gone().run());
    }

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    public static Answer json(int status, ObjectNode body) {
        return of(status, JSON, Json.text(body));
    }

    /** Returns a success with the given members. */
    public static Answer success(ObjectNode members) {
        ObjectNode body = Json.object().put("success", true);
        body.setAll(members);
        return json(200, body);
    }

    /** Returns a success whose members contain a client's stored JSON. */
    public static Answer stored(ObjectNode members) {
        ObjectNode body = Json.object().put("success", true);
        body.setAll(members);
        return of(200, JSON, Json.textAsStored(body));
    }

    public static Answer refused(String reason) {
        return json(200, envelope(reason));
    }

    public static Answer violation(int status, String text) {
        return json(status, envelope(text));
    }

    public static Answer html(int status, String page) {
        return new Answer(
                status,
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Cache-Control", "no-store",
                        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
                page);
    }

    public static Answer redirect(String location) {
        return new Answer(302, Map.of("Location", location), "");
    }

    private static ObjectNode envelope(String reason) {
        return Json.object().put("success", false).put("reason", reason);
    }
}
