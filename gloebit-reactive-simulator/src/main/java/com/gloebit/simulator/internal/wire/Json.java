package com.gloebit.simulator.internal.wire;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON documents: numbers exact, duplicate keys refused. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectWriter AS_STORED = MAPPER.writer().without(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);

    static {
        // Jackson looks for readers and writers at first use, under a lock. Requests are handled on event loops, which
        // must not park: a guard against blocking that interrupts the wait would even leave the lock broken.
        AS_STORED.writeValueAsString(MAPPER.readTree("{\"text\":\"\",\"number\":1,\"more\":[1.5,true,null,{}]}"));
        MAPPER.writeValueAsString(object());
    }

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** With numbers as a client made them up: 1e999999999 written out would fill the memory. */
    static String textAsStored(JsonNode node) {
        return AS_STORED.writeValueAsString(node);
    }

    static ObjectNode parseObject(String text) {
        if (parse(text) instanceof ObjectNode object) {
            return object;
        }
        throw new ContractViolation("the body is JSON, but no object");
    }

    /** Empty for anything that is no array. */
    public static Optional<List<JsonNode>> parseArray(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node != null && node.isArray() ? Optional.of(List.copyOf(node.values())) : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** The parser's own message would show what was sent. */
    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            throw new ContractViolation("the body is no well-formed JSON, or has a member twice");
        }
    }
}
