package com.gloebit.simulator.internal.hold;

import com.gloebit.simulator.HoldDelivery.Answer;
import com.gloebit.simulator.internal.wire.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The application's reply to a call of a hold URL. */
public record HoldReply(Answer answer, String detail) {

    public static HoldReply none(String problem) {
        return new HoldReply(Answer.NONE, problem);
    }

    /** Reads the body of a 200. */
    public static HoldReply of(String body) {
        return Json.parseArray(body)
                .flatMap(HoldReply::read)
                .orElseGet(() -> malformed("neither [true] nor [false, text]"));
    }

    static HoldReply malformed(String problem) {
        return new HoldReply(Answer.MALFORMED, problem);
    }

    private static Optional<HoldReply> read(List<JsonNode> elements) {
        if (elements.isEmpty() || !elements.get(0).isBoolean()) {
            return Optional.empty();
        }
        if (elements.get(0).booleanValue()) {
            return elements.size() == 1 ? Optional.of(new HoldReply(Answer.TRUE, "")) : Optional.empty();
        }
        return elements.size() == 2 && elements.get(1).isString()
                ? Optional.of(negative(elements.get(1).stringValue()))
                : Optional.empty();
    }

    private static HoldReply negative(String text) {
        return text.equals("pending") ? new HoldReply(Answer.PENDING, "") : new HoldReply(Answer.REFUSED, text);
    }
}
