package com.gloebit.reactive.hold;

import reactor.core.publisher.Mono;

/**
 * The application's reactions to Gloebit's callbacks. They are called <em>effects</em>, and they must not block.
 *
 * <ul>
 * <li>Each effect runs <em>at least once</em>. It runs again after a crash, a lost answer or a failure, so make it
 *     idempotent by transaction id and step.
 * <li>An effect counts exactly once if it shares a database transaction with the journal: see {@link
 *     TransactionJournal#complete}.
 * <li>Effects of one transaction never overlap, provided that each ends within {@link HoldSettings#effectTimeout}.
 * </ul>
 */
@FunctionalInterface
public interface HoldHandler {
    /**
     * Decides whether Gloebit may commit. Reserve the goods here. A failure, an empty result and a timeout are answered
     * with <em>pending</em>, and Gloebit calls again; after {@link HoldSettings#enactFailures} of them, the client
     * abandons the transaction, and Gloebit rolls it back.
     *
     * @param transaction the transaction
     * @return the decision
     */
    default Mono<EnactDecision> enact(HeldTransaction transaction) {
        return Mono.just(EnactDecision.approve());
    }

    /**
     * Delivers the goods: the transaction is paid, which is final. {@link Holds#recovery()} repeats this effect until
     * it completes.
     *
     * @param transaction the transaction
     * @return completes when the goods are delivered
     */
    Mono<Void> consume(HeldTransaction transaction);

    /**
     * Releases the reserved goods: the transaction is rolled back, which is final. A cancel may arrive without an enact
     * before it. {@link Holds#recovery()} repeats this effect until it completes.
     *
     * @param transaction the transaction
     * @return completes when nothing is reserved any more
     */
    default Mono<Void> cancel(HeldTransaction transaction) {
        return Mono.empty();
    }
}
