package com.gloebit.simulator.internal.http;

import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The answers of faults that answer at all. */
final class FaultyAnswer {
    private static final String MAINTENANCE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Maintenance - Gloebit simulator</title>
            </head>
            <body>
            <h1>Maintenance</h1>
            <p>The service is being looked after. Please come back later.</p>
            </body>
            </html>
            """;

    private FaultyAnswer() {}

    static Optional<Answer> of(FaultSpec fault) {
        return switch (fault.kind()) {
            case STATUS -> Optional.of(status(fault.status(), fault.pause()));
            case HTML -> Optional.of(Answer.html(200, MAINTENANCE));
            case GARBLED -> Optional.of(Answer.of(200, "application/json", "{\"success\": true, \"balance\": 7"));
            case QUEUING_FAILED -> Optional.of(refused("queuing-failed", "the transaction could not be queued"));
            case RACED -> Optional.of(refused("failed", "transaction already created"));
            case SUBSCRIPTION_INSERT_CONFLICT ->
                Optional.of(Answer.refused("Unexpected DB insert integrity error.  Please try again."));
            case SUBSCRIPTION_DB_ERROR -> Optional.of(Answer.refused("Unknown DB Error"));
            case MISMATCHED_SUBSCRIPTION_IDS ->
                Optional.of(refused("mis-matched-subscription-ids", "mis-matched-subscription-ids"));
            default -> Optional.empty();
        };
    }

    private static Answer status(int status, Optional<Duration> retryAfter) {
        Map<String, String> headers = retryAfter
                .map(wait -> Map.of("Content-Type", "text/plain", "Retry-After", String.valueOf(wait.toSeconds())))
                .orElseGet(() -> Map.of("Content-Type", "text/plain"));
        return new Answer(status, headers, "A fault with the status " + status + ".");
    }

    private static Answer refused(String status, String reason) {
        ObjectNode body =
                Json.object().put("success", false).put("status", status).put("reason", reason);
        return Answer.json(200, body);
    }
}
