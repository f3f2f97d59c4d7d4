package com.gloebit.reactive.wire.support;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.UnreadableAnswerException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/**
 * An answer that no endpoint may give.
 *
 * @param what what is wrong with it
 * @param answer the answer
 * @param failure how an attempt that gets it fails
 */
public record BadAnswer(String what, MockResponse answer, Class<? extends GloebitException> failure) {
    private static final int TEN_MEBIBYTES = 10 << 20;

    public static Stream<BadAnswer> all() {
        return Stream.concat(bodies(), transports());
    }

    private static Stream<BadAnswer> bodies() {
        return Stream.of(
                unreadable("HTML", "<html><body>" + Given.FREE_TEXT + "</body></html>"),
                unreadable("empty", ""),
                unreadable("a blank", " "),
                unreadable("null", "null"),
                unreadable("an array", "[{\"success\":true}]"),
                unreadable("a text", "\"" + Given.FREE_TEXT + "\""),
                unreadable("cut short", "{\"success\":true,\"access_token\":\"" + Given.FREE_TEXT),
                unreadable("cut before the last brace", "{\"success\":true,\"balance\":1,\"product-count\":1"),
                unreadable("two objects", good("") + good("")),
                unreadable("text after the object", good("") + Given.FREE_TEXT),
                unreadable("nested 1,000 deep", good(",\"x\":" + "[".repeat(1000) + "]".repeat(1000))),
                unreadable("a member twice", good(",\"success\":true")),
                unreadable("a member twice, below", good(",\"x\":{\"a\":1,\"a\":2}")),
                unreadable(
                        "no UTF-8",
                        new Buffer().writeUtf8("{\"a").writeByte(0xff).writeUtf8("\":1}")),
                unreadable("a number of 2,000 digits", good(",\"x\":" + "9".repeat(2000))),
                unreadable("NaN", good(",\"x\":NaN")));
    }

    private static Stream<BadAnswer> transports() {
        String large = good(",\"x\":\"" + Answers.ofSize(TEN_MEBIBYTES) + "\"");
        return Stream.of(
                unreadable("10 MiB", large),
                new BadAnswer(
                        "10 MiB in chunks",
                        new MockResponse.Builder().chunkedBody(large, 64 * 1024).build(),
                        UnreadableAnswerException.class),
                new BadAnswer("no answer", Answers.lost(), ServiceUnreachableException.class),
                new BadAnswer(
                        "closed within the body",
                        Answers.body(200, good(",\"x\":\"" + Answers.ofSize(100_000) + "\""))
                                .onResponseBody(new SocketEffect.CloseSocket(true, false, false))
                                .build(),
                        ServiceUnreachableException.class),
                new BadAnswer(
                        "closed after half a body of no known length",
                        Answers.body(200, "{\"success\":true,\"bal")
                                .removeHeader("content-length")
                                .setHeader("connection", "close")
                                .onResponseEnd(new SocketEffect.CloseSocket(true, false, false))
                                .build(),
                        UnreadableAnswerException.class),
                new BadAnswer(
                        "no HTTP",
                        Answers.body(200, "")
                                .status(Given.FREE_TEXT + " 200 OK")
                                .build(),
                        ServiceUnreachableException.class));
    }

    /** What every endpoint would take, and more. */
    private static String good(String members) {
        return "{\"success\":true,\"access_token\":\"t0ken-of-ada\",\"balance\":1,\"product-count\":1" + members + "}";
    }

    private static BadAnswer unreadable(String what, String body) {
        return unreadable(what, new Buffer().writeUtf8(body));
    }

    private static BadAnswer unreadable(String what, Buffer body) {
        return new BadAnswer(what, new MockResponse.Builder().body(body).build(), UnreadableAnswerException.class);
    }

    /** The name of the test. */
    @Override
    public String toString() {
        return what;
    }
}
