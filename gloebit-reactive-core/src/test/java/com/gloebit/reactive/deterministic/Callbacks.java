package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The callbacks that reached the application, what it answered, and what it delivered. */
final class Callbacks {
    private final World world;
    private final Map<String, Integer> delivered = new HashMap<>();
    private final Map<String, Integer> deliveredInTransaction = new HashMap<>();
    private final Set<String> enacted = new HashSet<>();
    private final Set<String> reportedPaid = new HashSet<>();
    private final Set<String> reportedCancelled = new HashSet<>();

    Callbacks(World world) {
        this.world = world;
    }

    void called(String step, URI uri) {
        world.judge.coverage().called(idOf(uri), step);
    }

    /** A final callback that was answered with {@code [true]} is in the journal. */
    void answered(String step, URI uri, String body) {
        String id = idOf(uri);
        if (step.startsWith("enact")) {
            if (body.equals("[true]")) {
                enacted.add(id);
            } else if (enacted.contains(id) && !body.isEmpty() && !body.equals("[false,\"pending\"]")) {
                JournalEntry entry = world.database.entry(TransactionId.of(id));
                if (entry == null || entry.state() != TransactionState.CANCELLED) {
                    world.fail("an enact of " + id + " was answered " + body + " after [true]");
                }
            }
        } else if (body.equals("[true]")) {
            (step.startsWith("consume") ? reportedPaid : reportedCancelled).add(id);
        }
    }

    void delivered(String id) {
        delivered.merge(id, 1, Integer::sum);
        isPaid(id);
    }

    /** The effect and the journal's entry were written together. */
    void deliveredInTransaction(String id) {
        if (deliveredInTransaction.merge(id, 1, Integer::sum) > 1) {
            world.fail(id + " was delivered twice in the journal's transaction");
        }
        isPaid(id);
    }

    private void isPaid(String id) {
        LedgerEntry entry = world.judge.ledger().get(id);
        if (entry == null || entry.state() != State.COMMITTED) {
            world.fail(id + " was delivered, and the ledger has " + entry);
        }
    }

    boolean isDelivered(String id) {
        return delivered.containsKey(id) || deliveredInTransaction.containsKey(id);
    }

    /** Whether the journal took the final callback. Gloebit does not repeat one, so another one is lost. */
    boolean isReported(String id, boolean isPaid) {
        return (isPaid ? reportedPaid : reportedCancelled).contains(id);
    }

    private static String idOf(URI uri) {
        String[] segments = uri.getPath().split("/", -1);
        return new String(Base64.getUrlDecoder().decode(segments[segments.length - 2]), StandardCharsets.UTF_8);
    }
}
