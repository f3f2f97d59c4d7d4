package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.transaction.TransactionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Notifies the calls that await the settlement of a transaction on this node. */
final class SettlementNotifier {
    private final Map<TransactionId, Set<FluxSink<TransactionId>>> sinksById = new HashMap<>();

    /** Emits when the state of the transaction may have changed. */
    Flux<TransactionId> notificationsOf(TransactionId id) {
        return Flux.create(
                sink -> {
                    sink.onDispose(() -> remove(id, sink));
                    add(id, sink);
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private synchronized void add(TransactionId id, FluxSink<TransactionId> sink) {
        if (!sink.isCancelled()) {
            sinksById.computeIfAbsent(id, key -> new HashSet<>()).add(sink);
        }
    }

    private synchronized void remove(TransactionId id, FluxSink<TransactionId> sink) {
        Set<FluxSink<TransactionId>> sinks = sinksById.get(id);
        if (sinks != null && sinks.remove(sink) && sinks.isEmpty()) {
            sinksById.remove(id);
        }
    }

    void notifyOf(TransactionId id) {
        sinksOf(id).forEach(sink -> sink.next(id));
    }

    private synchronized List<FluxSink<TransactionId>> sinksOf(TransactionId id) {
        Set<FluxSink<TransactionId>> sinks = sinksById.get(id);
        return sinks == null ? List.of() : List.copyOf(sinks);
    }

    synchronized int size() {
        return sinksById.size();
    }
}
