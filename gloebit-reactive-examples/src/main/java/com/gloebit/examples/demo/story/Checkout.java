package com.gloebit.examples.demo.story;

import com.gloebit.reactive.hold.Holds;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** A receipt is not the end: Gloebit has the last word, and then the shop acts on it. */
record Checkout(Holds holds, Fulfilment fulfilment) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Completes when the order is paid and delivered. Fails with TransactionCancelledException if it never will be. */
    Mono<Void> delivered(TransactionId order) {
        return holds.settlement(order).timeout(PATIENCE).then(ended(order));
    }

    /** The settlement is told before the shop has acted on it. */
    Mono<Void> ended(TransactionId order) {
        return fulfilment.ended(order).timeout(PATIENCE);
    }
}
