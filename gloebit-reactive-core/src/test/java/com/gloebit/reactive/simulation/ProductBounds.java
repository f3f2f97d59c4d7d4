package com.gloebit.reactive.simulation;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What was granted and consumed of each product: for certain, and at most. */
final class ProductBounds {
    private final Map<String, int[]> bounds = new HashMap<>();

    /** Counts a change: as done if it was, as not done if that is certain, and else as both. */
    Mono<Long> change(String user, String product, int by, Mono<Long> call) {
        return call.doOnNext(left -> add(user, product, by, by))
                .doOnError(error -> {
                    if (!isDenied(error)) {
                        mayHave(user, product, by);
                    }
                })
                .doOnCancel(() -> mayHave(user, product, by));
    }

    private void mayHave(String user, String product, int by) {
        add(user, product, Math.min(by, 0), Math.max(by, 0));
    }

    private static boolean isDenied(Throwable error) {
        return error instanceof GloebitException failure && failure.outcome() == Outcome.NOT_DONE;
    }

    synchronized boolean allow(String user, String product, int bought, int present) {
        int[] change = bounds.getOrDefault(user + product, new int[2]);
        return bought + change[0] <= present && present <= bought + change[1];
    }

    private synchronized void add(String user, String product, int least, int most) {
        int[] change = bounds.computeIfAbsent(user + product, unused -> new int[2]);
        change[0] += least;
        change[1] += most;
    }
}
