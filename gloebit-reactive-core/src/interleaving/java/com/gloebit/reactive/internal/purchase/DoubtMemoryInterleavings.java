package com.gloebit.reactive.internal.purchase;

import static com.gloebit.reactive.interleaving.Interleavings.explore;
import static com.gloebit.reactive.interleaving.Interleavings.require;
import static com.gloebit.reactive.interleaving.Interleavings.threads;

import com.gloebit.reactive.internal.pipeline.DoubtLedger;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoubtMemoryInterleavings {
    private static final TransactionId ID = TransactionId.of("order-1");

    @Test
    void twoPurchasesAtOnceShareALedger() {
        explore(() -> {
            DoubtMemory memory = memory();
            AtomicReference<@Nullable DoubtLedger> first = new AtomicReference<>();
            AtomicReference<@Nullable DoubtLedger> second = new AtomicReference<>();
            boolean[] foreign = new boolean[2];
            threads(() -> foreign[0] = buy(memory, first, second), () -> foreign[1] = buy(memory, second, first));
            require(!foreign[0] && !foreign[1], "two purchases of one id at once share a ledger");
        });
    }

    /** Returns whether another purchase was inside with another ledger. */
    @SuppressWarnings("ReferenceEquality") // the same ledger, not an equal one
    private static boolean buy(
            DoubtMemory memory,
            AtomicReference<@Nullable DoubtLedger> mine,
            AtomicReference<@Nullable DoubtLedger> others) {
        DoubtLedger ledger = memory.enter(ID, memory.newLedger());
        mine.set(ledger);
        DoubtLedger other = others.get();
        mine.set(null);
        memory.leave(ID);
        return other != null && other != ledger;
    }

    @Test
    void aDoubtIsKept() {
        explore(() -> {
            DoubtMemory memory = memory();
            threads(
                    () -> {
                        memory.enter(ID, memory.newLedger()).recordUnanswered(null);
                        memory.leave(ID);
                    },
                    () -> {
                        memory.enter(ID, memory.newLedger());
                        memory.leave(ID);
                    });
            require(nextIsOpen(memory), "a purchase of an id in doubt begins in doubt");
        });
    }

    @Test
    void anEarlierDoubtIsInherited() {
        explore(() -> {
            DoubtMemory memory = memory();
            DoubtLedger earlier = memory.newLedger();
            earlier.recordUnanswered(null);
            boolean[] open = new boolean[1];
            threads(
                    () -> {
                        open[0] = memory.enter(ID, earlier).isOpen();
                        memory.leave(ID);
                    },
                    () -> {
                        memory.enter(ID, memory.newLedger());
                        memory.leave(ID);
                    });
            require(open[0], "a purchase in doubt stays in doubt, whichever ledger it gets");
            require(nextIsOpen(memory), "a purchase of an id in doubt begins in doubt");
        });
    }

    private static boolean nextIsOpen(DoubtMemory memory) {
        return memory.enter(ID, memory.newLedger()).isOpen();
    }

    private static DoubtMemory memory() {
        return new DoubtMemory(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> 0, Duration.ofMinutes(30));
    }
}
