package com.gloebit.reactive.hold;

/**
 * What to answer to a request for a callback URL.
 *
 * @param status the HTTP status: 200; 404 for what is no callback URL of ours; 503 if the journal failed
 * @param body the body, to be sent as {@code application/json}; empty unless the status is 200
 */
public record HoldAnswer(int status, String body) {
    /** Shows the status only: the body may have a reason of the application's. */
    @Override
    public String toString() {
        return "HoldAnswer[" + status + "]";
    }
}
