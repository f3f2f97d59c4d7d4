package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.transaction.PendingPurchase;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The encoded purchase that all subscriptions of one {@code Mono} send. The first encoding is kept. */
final class EncodedOnce {
    private final AtomicReference<@Nullable PendingPurchase> kept = new AtomicReference<>();

    /** Returns null if nothing is encoded yet. */
    @Nullable
    PendingPurchase get() {
        return kept.get();
    }

    void set(PendingPurchase pending) {
        kept.set(pending);
    }

    /** Keeps an encoding unless there is an earlier one. Returns the earlier one; null if this one is kept. */
    @Nullable
    PendingPurchase keepOrEarlier(PendingPurchase encoded) {
        return kept.compareAndExchange(null, encoded);
    }
}
