package com.gloebit.reactive.failure;

import java.util.Set;

/**
 * The allow-list of server texts that may appear in a message. Messages end up in logs, and any other text could
 * contain a token or user data.
 */
final class LoggableTexts {
    private static final Set<String> KNOWN = Set.of(
            "unknown token",
            "unknown token1",
            "unknown token2",
            "unknown OAuth2 token",
            "token has expired",
            "missing domain",
            "unknown consumer",
            "unknown user",
            "user doesn't have enough",
            "success",
            "resubmitted",
            "queued",
            "pending",
            "canceled",
            "insufficient balance",
            "queuing-failed",
            "failed",
            "transaction already created",
            "cannot-spend",
            "cannot-receive",
            "unknown-merchant",
            "unknown-subscription",
            "unknown-subscription-authorization",
            "subscription-authorization-pending",
            "subscription-authorization-declined",
            "Transaction with automated-transaction=True is missing subscription-id",
            "Unexpected DB insert integrity error.  Please try again.",
            "Unknown DB Error",
            "different subscription exists with this app-subscription-id",
            "cannot-transact",
            "subscription-not-found",
            "mismatched-application-key",
            "mis-matched-subscription-ids",
            "subscription-disabled",
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "unsupported_response_type",
            "invalid_scope",
            "access_denied",
            "server_error",
            "temporarily_unavailable");

    private LoggableTexts() {}

    static String shown(String text) {
        return KNOWN.contains(text) ? '"' + text + '"' : "not listed (" + text.length() + " characters)";
    }
}
