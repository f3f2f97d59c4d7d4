package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What was granted and consumed of each product: for certain, and at most. */
final class Goods {
    private final Map<String, int[]> bounds = new HashMap<>();

    /**
     * Counts a change: as made if the caller was told so, as not made if that is certain, and else as possible. A process
     * that dies leaves it possible.
     */
    Mono<Long> change(String user, String product, int by, Mono<Long> call) {
        return Mono.defer(() -> {
            int[] of = bounds.computeIfAbsent(user + product, unused -> new int[2]);
            int side = by < 0 ? 0 : 1;
            of[side] += by;
            return call.doOnNext(left -> of[1 - side] += by).doOnError(error -> {
                if (error instanceof GloebitException failure && failure.outcome() == Outcome.NOT_DONE) {
                    of[side] -= by;
                }
            });
        });
    }

    boolean allow(String user, String product, int bought, int present) {
        int[] of = bounds.getOrDefault(user + product, new int[2]);
        return bought + of[0] <= present && present <= bought + of[1];
    }
}
