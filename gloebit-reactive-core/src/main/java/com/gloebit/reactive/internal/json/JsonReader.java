package com.gloebit.reactive.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object into plain values: text, {@code BigDecimal}, {@code Boolean}, null, lists and maps. Every size
 * is bounded. A duplicate member is rejected: one of the two values would be ignored, and it may be an amount of money.
 */
final class JsonReader {
    static final int MAX_DEPTH = 32;
    static final int MAX_TEXT = 1 << 20;
    /** The limit in characters. The parser counts bytes, at most three for each character. */
    static final int MAX_NAME = 1024;

    private static final int MAX_DIGITS = 1000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(2 * MAX_DIGITS + 8) // in plain notation: digits, zeros, sign and point
                    .maxNameLength(3 * MAX_NAME)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();

    private JsonReader() {}

    static Map<String, @Nullable Object> object(byte[] bytes, int length) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJsonException("not a JSON object");
            }
            Map<String, @Nullable Object> members = members(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("more than one JSON value");
            }
            return members;
        } catch (JacksonException | NumberFormatException e) {
            throw new MalformedJsonException("malformed, truncated, or over the limits of depth and length");
        }
    }

    private static Map<String, @Nullable Object> members(JsonParser parser) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (members.containsKey(name)) {
                throw new MalformedJsonException("a duplicate member");
            }
            parser.nextToken();
            members.put(name, value(parser));
        }
        return Collections.unmodifiableMap(members);
    }

    private static List<@Nullable Object> elements(JsonParser parser) {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return Collections.unmodifiableList(elements);
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> exact(parser.getDecimalValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new MalformedJsonException("an unexpected token");
        };
    }

    /** Limits the number of digits, because a short text can denote a number with a billion digits: 1e999999999. */
    static BigDecimal exact(BigDecimal number) {
        long whole = (long) number.precision() - number.scale();
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS || whole > MAX_DIGITS) {
            throw new MalformedJsonException("a number over the limits");
        }
        return number;
    }
}
