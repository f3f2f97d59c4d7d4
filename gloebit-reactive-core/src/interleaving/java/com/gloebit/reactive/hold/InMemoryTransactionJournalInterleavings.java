package com.gloebit.reactive.hold;

import static com.gloebit.reactive.interleaving.Interleavings.explore;
import static com.gloebit.reactive.interleaving.Interleavings.require;
import static com.gloebit.reactive.interleaving.Interleavings.requireLinearizable;
import static com.gloebit.reactive.interleaving.Interleavings.threads;

import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import java.time.Instant;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three ids and room for two, so that finished entries are forgotten and a full journal refuses. */
@Param(name = "id", gen = IntGen.class, conf = "1:3")
@Param(name = "version", gen = IntGen.class, conf = "0:1")
public class InMemoryTransactionJournalInterleavings {
    private static final Instant NOW = Instant.ofEpochSecond(100);

    /** Made once, because Lincheck follows every step of what it runs. The indexes are id and version. */
    private static final JournalEntry[][] SUBMITTED = entries(TransactionState.SUBMITTED);

    private static final JournalEntry[][] HELD = entries(TransactionState.HELD);
    private static final JournalEntry[][] CONSUMED = entries(TransactionState.CONSUMED);

    private final InMemoryTransactionJournal journal = new InMemoryTransactionJournal(2);

    /** Lincheck creates one for each scenario. */
    public InMemoryTransactionJournalInterleavings() {}

    @Test
    void oneOfTwoRecordsWins() {
        explore(() -> {
            InMemoryTransactionJournal entries = new InMemoryTransactionJournal(2);
            boolean[] won = new boolean[2];
            threads(() -> won[0] = record(entries), () -> won[1] = record(entries));
            require(won[0] != won[1], "one of two records of an id wins");
        });
    }

    private static boolean record(InMemoryTransactionJournal entries) {
        return Boolean.TRUE.equals(entries.record(SUBMITTED[1][0]).block());
    }

    @Test
    void oneOfTwoChangesWins() {
        explore(() -> {
            InMemoryTransactionJournal entries = new InMemoryTransactionJournal(2);
            record(entries);
            boolean[] won = new boolean[2];
            threads(() -> won[0] = change(entries, HELD[1][1]), () -> won[1] = change(entries, CONSUMED[1][1]));
            require(won[0] != won[1], "one of two changes of a version wins");
            JournalEntry kept = entries.find(SUBMITTED[1][0].id()).block();
            require((won[0] ? HELD : CONSUMED)[1][1].equals(kept), "the change that won is kept");
        });
    }

    private static boolean change(InMemoryTransactionJournal entries, JournalEntry next) {
        return Boolean.TRUE.equals(entries.replace(SUBMITTED[1][0], next).block());
    }

    @Test
    void isLinearizable() {
        requireLinearizable(InMemoryTransactionJournalInterleavings.class);
    }

    @Operation
    public @Nullable Boolean record(@Param(name = "id") int id) {
        return journal.record(SUBMITTED[id][0]).block();
    }

    @Operation
    public @Nullable String find(@Param(name = "id") int id) {
        JournalEntry found = journal.find(SUBMITTED[id][0].id()).block();
        return found == null ? null : found.state().name() + found.version();
    }

    @Operation
    public @Nullable Boolean hold(@Param(name = "id") int id, @Param(name = "version") int version) {
        return journal.replace(SUBMITTED[id][version], HELD[id][version + 1]).block();
    }

    @Operation
    public @Nullable Boolean finish(@Param(name = "id") int id, @Param(name = "version") int version) {
        return journal.replace(SUBMITTED[id][version], CONSUMED[id][version + 1])
                .block();
    }

    @Operation
    public String due() {
        StringBuilder due = new StringBuilder();
        journal.due(NOW, 2).subscribe(entry -> due.append(entry.id().value()));
        return due.toString();
    }

    private static JournalEntry[][] entries(TransactionState state) {
        JournalEntry[][] entries = new JournalEntry[4][3];
        for (int id = 0; id < entries.length; id++) {
            for (int version = 0; version < entries[id].length; version++) {
                entries[id][version] = entry(id, version, state);
            }
        }
        return entries;
    }

    /** Only a submitted entry is due. */
    private static JournalEntry entry(int id, long version, TransactionState state) {
        return new JournalEntry(
                PendingPurchase.of(
                        TransactionId.of("order-" + id), PurchaseKind.ITEM, TransactVersion.V2, null, new byte[] {1}),
                null,
                Instant.EPOCH,
                state,
                null,
                0,
                null,
                state == TransactionState.SUBMITTED ? NOW : null,
                null,
                version);
    }
}
