package com.gloebit.simulator.support;

import com.gloebit.simulator.GloebitSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client on the JDK's HTTP client, independent of the core. */
public final class TestClient {
    public static final Duration LIMIT = Duration.ofSeconds(10);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private final URI base;

    public TestClient(GloebitSimulator simulator) {
        this(simulator.baseUri());
    }

    public TestClient(URI base) {
        this.base = base;
    }

    public JsonNode get(String path, String token) {
        return json(send(bearer(path, token).GET()));
    }

    public JsonNode postJson(String path, String token, Map<String, ?> members) {
        return json(send(jsonRequest(path, token, members)));
    }

    public JsonNode postForm(String path, String token, Map<String, String> members) {
        return json(send(bearer(path, token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(members)))));
    }

    public CompletableFuture<JsonNode> postJsonAsync(String path, String token, Map<String, ?> members) {
        return HTTP.sendAsync(jsonRequest(path, token, members).build(), BodyHandlers.ofString())
                .thenApply(TestClient::json);
    }

    public HttpRequest.Builder jsonRequest(String path, String token, Map<String, ?> members) {
        return bearer(path, token)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(members)));
    }

    public HttpRequest.Builder bearer(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return trySend(request);
        } catch (IOException broken) {
            throw new AssertionError("no usable answer", broken);
        }
    }

    public HttpResponse<String> trySend(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** Without a token. */
    public JsonNode postJson(String path, Map<String, ?> members) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(members)))));
    }

    public static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    public static String form(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> encode(member.getKey()) + "=" + encode(member.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public static String randomId() {
        return UUID.randomUUID().toString();
    }
}
