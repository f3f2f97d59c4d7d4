package com.gloebit.reactive.failure;

import com.gloebit.reactive.transaction.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * The details of a failed operation, common to all kinds of failure.
 *
 * @param endpoint the name of the endpoint, as in meters and logs
 * @param outcome whether the operation may have happened
 * @param attempts the number of attempts that were begun; 0 if the failure came before the first
 * @param reason Gloebit's {@code reason}, verbatim; null if there was none. It is the server's text: log it with care
 * @param status Gloebit's {@code status}, verbatim; null if there was none
 * @param httpStatus the HTTP status of the last answer; null if there was no answer
 * @param transactionId the id of the purchase; null if the operation has none
 */
public record FailureDetails(
        String endpoint,
        Outcome outcome,
        int attempts,
        @Nullable String reason,
        @Nullable String status,
        @Nullable Integer httpStatus,
        @Nullable TransactionId transactionId) {

    /**
     * Creates the details of a failure before the first attempt.
     *
     * @param endpoint the name of the endpoint
     * @return details with outcome {@code NOT_DONE} and no attempt
     */
    public static FailureDetails beforeSending(String endpoint) {
        return new FailureDetails(endpoint, Outcome.NOT_DONE, 0, null, null, null, null);
    }

    /**
     * Returns a copy with another outcome.
     *
     * @param outcome whether the operation may have happened
     * @return a copy
     */
    public FailureDetails withOutcome(Outcome outcome) {
        return new FailureDetails(endpoint, outcome, attempts, reason, status, httpStatus, transactionId);
    }

    /**
     * Returns a copy with another transaction id.
     *
     * @param transactionId the id of the purchase, or null
     * @return a copy
     */
    public FailureDetails withTransactionId(@Nullable TransactionId transactionId) {
        return new FailureDetails(endpoint, outcome, attempts, reason, status, httpStatus, transactionId);
    }

    /**
     * Contains a reason or a status only if the allow-list contains it; free text of the server stays in
     * {@link #reason()}.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(endpoint).append(" is ").append(outcome);
        text.append(" after ").append(attempts).append(attempts == 1 ? " attempt" : " attempts");
        if (transactionId != null) {
            text.append(", transaction ").append(transactionId);
        }
        if (httpStatus != null) {
            text.append(", HTTP ").append(httpStatus);
        }
        if (status != null) {
            text.append(", status ").append(LoggableTexts.shown(status));
        }
        if (reason != null) {
            text.append(", reason ").append(LoggableTexts.shown(reason));
        }
        return text.toString();
    }
}
