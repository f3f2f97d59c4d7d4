package com.gloebit.reactive.internal.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.internal.pipeline.DoubtLedger;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which ids a client remembers, and for how long. */
class DoubtMemoryTest {
    private static final TransactionId ID = TransactionId.of("order-1");

    private final DoubtMemory memory = new DoubtMemory(new SettableClock(), System::nanoTime, Duration.ofMinutes(30));

    @Test
    void twoPurchasesOfOneIdAtOnceShareALedger() {
        DoubtLedger first = memory.enter(ID, memory.newLedger());
        DoubtLedger second = memory.enter(ID, memory.newLedger());

        assertThat(second).isSameAs(first);
        memory.leave(ID);
        assertThat(memory.enter(ID, memory.newLedger())).as("one is left").isSameAs(first);
    }

    @Test
    void anIdInDoubtIsRemembered() {
        DoubtLedger ledger = leftInDoubt(ID);

        assertThat(memory.enter(ID, memory.newLedger())).isSameAs(ledger);
    }

    @Test
    void anIdWithoutDoubtIsForgotten() {
        DoubtLedger ledger = memory.enter(ID, memory.newLedger());
        memory.leave(ID);

        assertThat(memory.enter(ID, memory.newLedger())).isNotSameAs(ledger);
    }

    @Test
    void beyondTheCapacityTheOldestIdIsForgottenExceptByItsMono() {
        DoubtLedger oldest = leftInDoubt(ID);
        DoubtLedger next = leftInDoubt(TransactionId.of("next"));
        for (int i = 0; i < DoubtMemory.MAX_IN_DOUBT - 1; i++) {
            leftInDoubt(TransactionId.of("other-" + i));
        }

        assertThat(memory.enter(TransactionId.of("next"), memory.newLedger())).isSameAs(next);
        assertThat(memory.enter(ID, oldest)).as("by its own Mono").isSameAs(oldest);
        memory.leave(ID);
    }

    @Test
    void theLedgerOfAForgottenIdIsKeptByItsMonoBesideANewPurchase() {
        DoubtLedger own = memory.newLedger();
        own.recordUnanswered(null);
        DoubtLedger others = memory.enter(ID, memory.newLedger());

        assertThat(memory.enter(ID, own)).isSameAs(others);

        assertThat(others.isOpen()).isTrue();
    }

    private DoubtLedger leftInDoubt(TransactionId id) {
        DoubtLedger ledger = memory.enter(id, memory.newLedger());
        ledger.recordUnanswered(null);
        memory.leave(id);
        return ledger;
    }
}
