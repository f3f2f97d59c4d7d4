package com.gloebit.reactive.internal.endpoint;

import com.gloebit.reactive.internal.json.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The encoding of an argument as a request body.
 *
 * @param contentType the media type
 * @param encode encodes the argument
 * @param <A> the argument
 */
public record Body<A>(String contentType, Function<A, byte[]> encode) {
    private static final String JSON = "application/json";

    static <A> Body<A> json(BiConsumer<A, JsonWriter> members) {
        return new Body<>(JSON, argument -> JsonWriter.object(json -> members.accept(argument, json)));
    }

    static <A> Body<A> encodedJson(Function<A, byte[]> encode) {
        return new Body<>(JSON, encode);
    }

    static <A> Body<A> form(Function<A, Map<String, String>> fields) {
        return new Body<>(
                "application/x-www-form-urlencoded",
                argument -> fields.apply(argument).entrySet().stream()
                        .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
