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
 * The doubt ledgers of this client's purchases, one for each transaction id. A second purchase under an id in doubt
 * therefore begins in doubt, and two concurrent purchases under one id share a ledger.
 *
 * <p>The ledgers of accepted ids and of ids in doubt are kept after their purchases have ended. Both maps are bounded
 * and drop their oldest entry.
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
     * Returns the ledger of an id and keeps it in use until {@link #leave}.
     *
     * @param own the ledger that the purchase used before. It becomes the ledger of an unknown id; otherwise the known
     *     ledger inherits from it
     */
    synchronized DoubtLedger enter(TransactionId id, DoubtLedger own) {
        Use use = inUse.computeIfAbsent(id, key -> new Use(takeOrElse(key, own)));
        use.count++;
        if (use.ledger != own) {
            use.ledger.inherit(own);
        }
        return use.ledger;
    }

    private DoubtLedger takeOrElse(TransactionId id, DoubtLedger own) {
        DoubtLedger openLedger = inDoubt.remove(id);
        DoubtLedger ledger = openLedger == null ? accepted.remove(id) : openLedger;
        return ledger == null ? own : ledger;
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
