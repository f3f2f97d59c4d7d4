package com.gloebit.simulator;

/**
 * One call of a hold URL and its result.
 *
 * @param transactionId the application's id of the transaction, as it was sent
 * @param step the URL that was called
 * @param answer the application's answer; only the answer to {@link HoldStep#ENACT} has an effect
 * @param detail the application's text for {@link Answer#REFUSED}; the problem for {@link Answer#MALFORMED} and
 *     {@link Answer#NONE}; otherwise empty
 */
public record HoldDelivery(String transactionId, HoldStep step, Answer answer, String detail) {

    /** The kinds of answer. */
    public enum Answer {
        /** {@code [true]}: accepts. */
        TRUE,
        /** {@code [false, "pending"]}: postpones; enact is repeated later. */
        PENDING,
        /** {@code [false, "any other text"]}: refuses; the transaction is rolled back. */
        REFUSED,
        /** A 200 with any other body. For an enact it is a violation, and enact is repeated as for {@link #PENDING}. */
        MALFORMED,
        /** No connection, a timeout or another status than 200. Enact is repeated as for {@link #PENDING}. */
        NONE
    }
}
