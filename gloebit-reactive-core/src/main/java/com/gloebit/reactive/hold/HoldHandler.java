package com.gloebit.reactive.hold;

import reactor.core.publisher.Mono;

/**
 * What the application does when Gloebit calls. Each effect runs <em>at least once</em>: after a crash, a lost answer or a
 * failure it runs again, so make it idempotent by transaction id and step; where the journal and the effect share a
 * transaction ({@link TransactionJournal#complete}) it counts exactly once. Effects of one transaction never overlap, as
 * long as they keep to {@link HoldSettings#effectTimeout}. They must not block.
 */
@FunctionalInterface
public interface HoldHandler {
    /**
     * May Gloebit commit? Reserve what has to be delivered. A failure, no answer and one that takes too long are
     * answered <em>pending</em>: Gloebit asks again, and after {@link HoldSettings#enactFailures} of them the
     * transaction is rolled back.
     *
     * @param transaction which
     * @return the decision
     */
    default Mono<EnactDecision> enact(HeldTransaction transaction) {
        return Mono.just(EnactDecision.approve());
    }

    /**
     * Paid, and final: deliver. Repeated by {@link Holds#recovery()} until it completes.
     *
     * @param transaction which
     * @return completes when it is delivered
     */
    Mono<Void> consume(HeldTransaction transaction);

    /**
     * Rolled back, and final: release what was reserved. It may come without an enact before it. Repeated by
     * {@link Holds#recovery()} until it completes.
     *
     * @param transaction which
     * @return completes when nothing is reserved any more
     */
    default Mono<Void> cancel(HeldTransaction transaction) {
        return Mono.empty();
    }
}
