package com.gloebit.reactive.internal.purchase;

import com.gloebit.reactive.internal.pipeline.DoubtLedger;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The doubt ledgers of this client's purchases, one for each transaction id. A second purchase under an id that is in doubt
 * begins in doubt, and two purchases of one id at once share a ledger. Ids in doubt and accepted ids are kept when their
 * purchases have ended; beyond a bound, the oldest is forgotten.
 */
final class DoubtMemory {
    static final int MAX_IN_DOUBT = 100_000;
    private static final int MAX_ACCEPTED = 10_000;

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Duration lateRequestLimit;
    private final Map<TransactionId, Use> inUse = new HashMap<>();
    private final Map<TransactionId, DoubtLedger> inDoubt = new Bounded(MAX_IN_DOUBT);
    private final Map<TransactionId, DoubtLedger> accepted = new Bounded(MAX_ACCEPTED);

    DoubtMemory(Clock clock, LongSupplier nanoTime, Duration lateRequestLimit) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lateRequestLimit = lateRequestLimit;
    }

    DoubtLedger newLedger() {
        return new DoubtLedger(clock, nanoTime, lateRequestLimit);
    }

    /**
     * The ledger of an id, until {@link #leave}.
     *
     * @param own the ledger that the purchase used before; it is used if the memory does not know the id, and what it
     *     knows is kept else
     */
    synchronized DoubtLedger enter(TransactionId id, DoubtLedger own) {
        Use use = inUse.computeIfAbsent(id, key -> new Use(kept(key, own)));
        use.count++;
        if (use.ledger != own) {
            use.ledger.inherit(own);
        }
        return use.ledger;
    }

    private DoubtLedger kept(TransactionId id, DoubtLedger own) {
        DoubtLedger doubtful = inDoubt.remove(id);
        DoubtLedger kept = doubtful == null ? accepted.remove(id) : doubtful;
        return kept == null ? own : kept;
    }

    synchronized void leave(TransactionId id) {
        Use use = inUse.get(id);
        if (use == null || --use.count > 0) {
            return;
        }
        inUse.remove(id);
        if (use.ledger.isDone()) {
            accepted.put(id, use.ledger);
        } else if (use.ledger.isOpen()) {
            inDoubt.put(id, use.ledger);
        }
    }

    private static final class Use {
        private final DoubtLedger ledger;
        private int count;

        Use(DoubtLedger ledger) {
            this.ledger = ledger;
        }
    }

    private static final class Bounded extends LinkedHashMap<TransactionId, DoubtLedger> {
        private final int max;

        Bounded(int max) {
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<TransactionId, DoubtLedger> eldest) {
            return size() > max;
        }
    }
}
