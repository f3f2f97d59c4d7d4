package com.gloebit.reactive.wire.support;

import java.util.Arrays;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** Canned answers. */
public final class Answers {
    private Answers() {}

    public static MockResponse json(String body) {
        return body(200, body).setHeader("content-type", "application/json").build();
    }

    public static MockResponse success() {
        return json("{\"success\":true}");
    }

    public static MockResponse refused(String reason) {
        return json("{\"success\":false,\"reason\":\"" + reason + "\"}");
    }

    public static MockResponse status(int status) {
        return status == 204 || status == 304
                ? new MockResponse.Builder().code(status).build()
                : body(status, Given.FREE_TEXT).build();
    }

    public static MockResponse status(int status, String header, String value) {
        return status(status).newBuilder().setHeader(header, value).build();
    }

    /** The request is read to its end, and the connection closed. */
    public static MockResponse lost() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket(true, false, false))
                .build();
    }

    public static MockResponse.Builder body(int status, String body) {
        return new MockResponse.Builder().code(status).body(body);
    }

    public static String ofSize(int bytes) {
        char[] text = new char[bytes];
        Arrays.fill(text, 'x');
        return new String(text);
    }
}
