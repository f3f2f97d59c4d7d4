package com.gloebit.reactive.simulation;

import java.time.Duration;

/**
 * That the program was told {@code NOT_DONE} of an order, and how things stood then.
 *
 * @param sent how many requests of its id had left
 * @param topUps how often the payer had been given gloebits
 * @param unanswered whether one of them had no usable answer, so that it can still be carried out
 * @param aged whether the last answer was that of a request sent so long after the last without one that the client takes
 *     its refusal for the last word
 */
record Denial(int sent, int topUps, boolean unanswered, boolean aged) {
    /** How late a request is at most, by the client's assumption. */
    static final Duration LATEST = Duration.ofMinutes(30);

    static Denial now(SimulatedWorld world, Order order) {
        String id = order.id().toString();
        return new Denial(
                world.exchanges.sent(id),
                world.topUps(order.payer()),
                world.exchanges.isUnanswered(id),
                world.exchanges.isAnsweredAfter(id, LATEST));
    }
}
