package com.gloebit.simulator;

/**
 * One call of a hold URL, and what came of it.
 *
 * @param transactionId the application's id of the transaction, as it was sent
 * @param step which URL was called
 * @param answer what the application said; only that of {@link HoldStep#ENACT} has an effect
 * @param detail the application's text where it refused, what was wrong with the answer where there was no usable one,
 *     otherwise empty
 */
public record HoldDelivery(String transactionId, HoldStep step, Answer answer, String detail) {

    /** What an application can say. */
    public enum Answer {
        /** {@code [true]}: go on. */
        TRUE,
        /** {@code [false, "pending"]}: ask again later. */
        PENDING,
        /** {@code [false, "any other text"]}: cancel and roll back. */
        REFUSED,
        /** A 200 with anything else. To an enact it is a violation, and asked again like {@link #PENDING}. */
        MALFORMED,
        /** No 200: not connected, out of time, another status. An enact is asked again like {@link #PENDING}. */
        NONE
    }
}
