package com.gloebit.reactive.wire.support;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/**
 * A request, down to the last header and byte.
 *
 * @param method the HTTP method
 * @param target path and query
 * @param headers every header but {@code host}, by its name in lower case
 * @param body the body as text, empty if there is none
 */
public record ExpectedRequest(String method, String target, Map<String, String> headers, String body) {
    /** The version is the build's; the rest is fixed. */
    private static final String USER_AGENT = "gloebit-reactive/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?";

    public static ExpectedRequest get(String target) {
        return new ExpectedRequest("GET", target, Map.of("accept", "application/json"), "").bearer(Given.TOKEN);
    }

    public static ExpectedRequest postJson(String target, String body) {
        return post(target, "application/json", body).bearer(Given.TOKEN);
    }

    public static ExpectedRequest postJsonWithoutToken(String target, String body) {
        return post(target, "application/json", body);
    }

    public static ExpectedRequest putJson(String target, String body) {
        ExpectedRequest post = postJson(target, body);
        return new ExpectedRequest("PUT", target, post.headers(), body);
    }

    public static ExpectedRequest postNothing(String target) {
        return new ExpectedRequest("POST", target, Map.of("accept", "application/json", "content-length", "0"), "")
                .bearer(Given.TOKEN);
    }

    /** Without a token: a form is how one is asked for. */
    public static ExpectedRequest postForm(String target, String body) {
        return post(target, "application/x-www-form-urlencoded", body);
    }

    private static ExpectedRequest post(String target, String contentType, String body) {
        String length = Integer.toString(body.getBytes(StandardCharsets.UTF_8).length);
        return new ExpectedRequest(
                "POST",
                target,
                Map.of("accept", "application/json", "content-type", contentType, "content-length", length),
                body);
    }

    private ExpectedRequest bearer(String token) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("authorization", "Bearer " + token);
        return new ExpectedRequest(method, target, all, body);
    }

    public Interaction answers(MockResponse answer) {
        return new Interaction(this, answer);
    }

    public Interaction answers(String json) {
        return answers(Answers.json(json));
    }

    /** What is sent, in a form that compares: the same text means the same request. */
    public String described() {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("accept-encoding", "identity");
        all.put("user-agent", USER_AGENT);
        return described(method, target, all, ByteString.encodeUtf8(body));
    }

    public static String described(RecordedRequest request) {
        Map<String, String> all = new TreeMap<>();
        request.getHeaders()
                .forEach(header -> all.merge(
                        header.getFirst().toLowerCase(Locale.ROOT),
                        header.getSecond(),
                        (one, other) -> one + " AND " + other));
        all.remove("host");
        all.computeIfPresent("user-agent", (name, value) -> value.matches(USER_AGENT) ? USER_AGENT : value);
        ByteString body = request.getBody();
        return described(request.getMethod(), request.getTarget(), all, body == null ? ByteString.EMPTY : body);
    }

    private static String described(String method, String target, Map<String, String> headers, ByteString body) {
        return method + ' ' + target + '\n' + headers + '\n' + body.utf8();
    }
}
