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

/** Reads and writes JSON. Numbers are exact, and duplicate keys are refused. */
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
        // Jackson looks up readers and writers at first use, under a lock. Event loops, which handle the requests, must
        // not wait for it. A blocking detector that interrupts the wait would leave the lock broken.
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

    /** Writes numbers as the client wrote them: 1e999999999 in plain digits would exhaust the memory. */
    static String textAsStored(JsonNode node) {
        return AS_STORED.writeValueAsString(node);
    }

    static ObjectNode parseObject(String text) {
        if (parse(text) instanceof ObjectNode object) {
            return object;
        }
        throw new ContractViolation("the body is JSON, but not an object");
    }

    /** Returns empty for any text that is not an array. */
    public static Optional<List<JsonNode>> parseArray(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node != null && node.isArray() ? Optional.of(List.copyOf(node.values())) : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Discards the parser's message, which would quote the request. */
    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            throw new ContractViolation("the body is not well-formed JSON, or has a duplicate member");
        }
    }
}
