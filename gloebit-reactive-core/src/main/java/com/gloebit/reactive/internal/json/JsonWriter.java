package com.gloebit.reactive.internal.json;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the members of a JSON object. */
public final class JsonWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Returns the bytes of an object with the members that the consumer writes, in that order. */
    public static byte[] object(Consumer<JsonWriter> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            generator.writeStartObject();
            members.accept(new JsonWriter(generator));
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Returns an array of plain values as text. */
    public static String array(List<?> elements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new JsonWriter(generator).value(elements);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    public JsonWriter text(String name, String value) {
        generator.writeStringProperty(name, value);
        return this;
    }

    public JsonWriter textIfPresent(String name, @Nullable String value) {
        return value == null ? this : text(name, value);
    }

    public JsonWriter whole(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    public JsonWriter flag(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
        return this;
    }

    public JsonWriter texts(String name, Iterable<String> elements) {
        generator.writeName(name);
        value(elements);
        return this;
    }

    /** Writes members given as plain values: see {@link JsonValues}. */
    public JsonWriter members(Map<String, ? extends @Nullable Object> members) {
        members.forEach((name, value) -> {
            generator.writeName(name);
            value(value);
        });
        return this;
    }

    public JsonWriter object(String name, Map<String, ? extends @Nullable Object> members) {
        generator.writeName(name);
        value(members);
        return this;
    }

    private void value(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            generator.writeStartObject();
            members.forEach((name, member) -> {
                generator.writeName((String) name);
                value(member);
            });
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> elements) {
            generator.writeStartArray();
            elements.forEach(this::value);
            generator.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value == null) {
            generator.writeNull();
        } else {
            generator.writeString((String) value);
        }
    }

    public JsonWriter decimal(String name, BigDecimal value) {
        generator.writeNumberProperty(name, value);
        return this;
    }
}
