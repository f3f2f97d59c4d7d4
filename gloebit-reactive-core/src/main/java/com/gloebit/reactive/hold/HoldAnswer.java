package com.gloebit.reactive.hold;

/**
 * The answer to a request for a callback URL.
 *
 * @param status the HTTP status: 200; 404 if the URL is not a callback URL of this client; 503 if the journal failed
 * @param body the body, to be sent as {@code application/json}; empty unless the status is 200
 */
public record HoldAnswer(int status, String body) {
    /** Contains only the status: the body may contain the application's reason for a rejection. */
    @Override
    public String toString() {
        return "HoldAnswer[" + status + "]";
    }
}
