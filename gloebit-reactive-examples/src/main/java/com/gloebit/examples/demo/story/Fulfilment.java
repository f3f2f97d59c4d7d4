package com.gloebit.examples.demo.story;

import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldHandler;
import com.gloebit.reactive.transaction.TransactionId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The shop's part of a purchase: it agrees if the goods are there, and hands over what is paid. */
final class Fulfilment implements HoldHandler {
    private final Set<TransactionId> soldOut = ConcurrentHashMap.newKeySet();
    private final Set<TransactionId> done = ConcurrentHashMap.newKeySet();
    private final Queue<TransactionId> delivered = new ConcurrentLinkedQueue<>();
    private final Map<TransactionId, Sinks.Empty<Void>> endings = new ConcurrentHashMap<>();

    @Override
    public Mono<EnactDecision> enact(HeldTransaction transaction) {
        return Mono.just(
                soldOut.contains(transaction.id()) ? EnactDecision.reject("sold out") : EnactDecision.approve());
    }

    /** It may run again after a failure: what is delivered is not delivered again. */
    @Override
    public Mono<Void> consume(HeldTransaction transaction) {
        return Mono.fromRunnable(() -> {
            if (done.add(transaction.id())) {
                delivered.add(transaction.id());
            }
            ending(transaction.id()).tryEmitEmpty();
        });
    }

    @Override
    public Mono<Void> cancel(HeldTransaction transaction) {
        return Mono.fromRunnable(() -> ending(transaction.id()).tryEmitEmpty());
    }

    /** What the order asks for is gone. */
    void sellOut(TransactionId order) {
        soldOut.add(order);
    }

    /** Completes when the shop has acted on Gloebit's last word, whichever it is. */
    Mono<Void> ended(TransactionId order) {
        return Mono.defer(() -> ending(order).asMono());
    }

    /** What left the shop, in its order. */
    List<TransactionId> delivered() {
        return List.copyOf(delivered);
    }

    private Sinks.Empty<Void> ending(TransactionId order) {
        return endings.computeIfAbsent(order, unused -> Sinks.empty());
    }
}
