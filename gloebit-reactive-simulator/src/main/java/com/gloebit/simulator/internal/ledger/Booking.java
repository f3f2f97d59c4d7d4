package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.internal.wire.Amounts;
import java.math.BigDecimal;

/** A purchase in the ledger. Guarded by the ledger's lock. */
final class Booking {
    private final Purchase purchase;
    private LedgerEntry.State state;

    Booking(Purchase purchase, LedgerEntry.State state) {
        this.purchase = purchase;
        this.state = state;
    }

    Purchase purchase() {
        return purchase;
    }

    BigDecimal fee() {
        return Amounts.fee(purchase.amount());
    }

    boolean is(LedgerEntry.State other) {
        return state == other;
    }

    LedgerEntry.State state() {
        return state;
    }

    void become(LedgerEntry.State next) {
        state = next;
    }

    LedgerEntry entry() {
        return new LedgerEntry(
                purchase.transactionId(),
                purchase.payer(),
                purchase.applicationKey(),
                purchase.amount(),
                Amounts.normal(fee()),
                purchase.kind(),
                purchase.what(),
                purchase.quantity(),
                state,
                purchase.payee());
    }
}
