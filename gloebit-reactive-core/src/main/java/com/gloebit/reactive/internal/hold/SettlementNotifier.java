package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.transaction.TransactionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Who waits on this node for the last word about a transaction. */
final class SettlementNotifier {
    private final Map<TransactionId, Set<FluxSink<TransactionId>>> waiting = new HashMap<>();

    /** Emits when something is heard of the transaction. */
    Flux<TransactionId> notificationsOf(TransactionId id) {
        return Flux.create(
                sink -> {
                    sink.onDispose(() -> leave(id, sink));
                    enter(id, sink);
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private synchronized void enter(TransactionId id, FluxSink<TransactionId> sink) {
        if (!sink.isCancelled()) {
            waiting.computeIfAbsent(id, key -> new HashSet<>()).add(sink);
        }
    }

    private synchronized void leave(TransactionId id, FluxSink<TransactionId> sink) {
        Set<FluxSink<TransactionId>> sinks = waiting.get(id);
        if (sinks != null && sinks.remove(sink) && sinks.isEmpty()) {
            waiting.remove(id);
        }
    }

    void notifyOf(TransactionId id) {
        present(id).forEach(sink -> sink.next(id));
    }

    private synchronized List<FluxSink<TransactionId>> present(TransactionId id) {
        Set<FluxSink<TransactionId>> sinks = waiting.get(id);
        return sinks == null ? List.of() : List.copyOf(sinks);
    }

    synchronized int size() {
        return waiting.size();
    }
}
