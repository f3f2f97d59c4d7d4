package com.gloebit.reactive.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer says, by another reader: Jackson's tree over characters that the JDK decoded, where the client reads
 * bytes with Jackson's stream of tokens.
 *
 * @param object the answer; a missing node if it is no one JSON object
 */
record IndependentReading(JsonNode object) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static IndependentReading of(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(withoutByteOrderMark(new String(body, encoding(body))));
            return new IndependentReading(node.isObject() ? node : MAPPER.missingNode());
        } catch (JacksonException unreadable) {
            return new IndependentReading(MAPPER.missingNode());
        }
    }

    /** Whether {@code success} is there and says so. */
    boolean succeeded() {
        return says("success", "true");
    }

    /** Whether {@code success} is there and says the contrary. */
    boolean failed() {
        return says("success", "false");
    }

    /**
     * Whether it accepts the purchase of this id: whatever else it says is no reason to doubt that. Only of what is far
     * from the client's limits and is text in Unicode.
     */
    boolean accepts(String transactionId) {
        return succeeded() && text("id").equals(transactionId) && isOrdinary(object, 8);
    }

    private static boolean isOrdinary(JsonNode node, int depth) {
        if (node.isString()) {
            return isOrdinary(node.stringValue());
        }
        boolean names = node.propertyStream().allMatch(property -> isOrdinary(property.getKey()));
        return depth > 0
                && names
                && !(node.isNumber() && node.toString().length() > 64)
                && !(node.isNumber() && Double.isInfinite(node.asDouble()))
                && node.valueStream().allMatch(child -> isOrdinary(child, depth - 1));
    }

    private static boolean isOrdinary(String text) {
        return text.length() <= 1024 && text.chars().noneMatch(c -> c == 0xfffd || Character.isSurrogate((char) c));
    }

    private boolean says(String member, String word) {
        JsonNode value = object.path(member);
        return (value.isBoolean() || value.isString()) && value.asString().equals(word);
    }

    String text(String member) {
        JsonNode value = object.path(member);
        return value.isString() ? value.stringValue() : "";
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** RFC 4627, 3: the pattern of zeros in the first four bytes tells. */
    private static Charset encoding(byte[] body) {
        if (zeros(body, 1, 1, 1, 0) || begins(body, 0, 0, 0xfe, 0xff)) {
            return Charset.forName("UTF-32BE");
        }
        if (zeros(body, 0, 1, 1, 1) || begins(body, 0xff, 0xfe, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (zeros(body, 1, 0) || begins(body, 0xfe, 0xff)) {
            return UTF_16BE;
        }
        return zeros(body, 0, 1) || begins(body, 0xff, 0xfe) ? UTF_16LE : UTF_8;
    }

    private static boolean zeros(byte[] body, int... zero) {
        boolean fits = body.length >= zero.length;
        for (int i = 0; fits && i < zero.length; i++) {
            fits = (body[i] == 0) == (zero[i] == 1);
        }
        return fits;
    }

    private static boolean begins(byte[] body, int... with) {
        boolean fits = body.length >= with.length;
        for (int i = 0; fits && i < with.length; i++) {
            fits = (body[i] & 0xff) == with[i];
        }
        return fits;
    }
}
