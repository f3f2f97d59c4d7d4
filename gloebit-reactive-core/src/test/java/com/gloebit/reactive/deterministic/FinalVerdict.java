package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.internal.ledger.Inventory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has to be true when the faults have stopped, and everybody was given time. */
final class FinalVerdict {
    private final World world;

    FinalVerdict(World world) {
        this.world = world;
    }

    void judge() {
        world.judge.afterChange();
        for (Map.Entry<String, LedgerEntry> booking : world.judge.ledger().entrySet()) {
            State state = booking.getValue().state();
            if (state != State.COMMITTED && state != State.CANCELLED) {
                world.fail("undecided in the ledger: " + booking.getValue());
            }
        }
        goodsAreThoseBought();
        Map<String, LedgerEntry> ledger = world.judge.ledger();
        for (Order order : world.judge.orders()) {
            LedgerEntry entry = ledger.get(order.id().value());
            boolean isPaid = entry != null && entry.state() == State.COMMITTED;
            if (world.setting.holds()) {
                journalIsTrue(order, isPaid, world.database.entry(order.id()));
            } else if (order.isResendable() && !isCancelledAtTheLimit(entry)) {
                world.fail("still in doubt: " + order + ", the ledger has " + entry);
            }
            if (order.underWay() != 0) {
                world.fail("still under way: " + order);
            }
        }
    }

    private void goodsAreThoseBought() {
        Map<String, Integer> bought = new HashMap<>();
        for (LedgerEntry entry : world.judge.ledger().values()) {
            if (entry.kind() == LedgerEntry.Kind.PRODUCT && entry.state() == State.COMMITTED) {
                bought.merge(entry.payer() + entry.what(), entry.quantity(), Integer::sum);
            }
        }
        for (String user : world.users) {
            Map<String, Integer> present = world.service.ledger().products(Inventory.ofUser(Service.KEY, user));
            for (String product : Service.COUNTED) {
                int has = present.getOrDefault(product, 0);
                int paid = bought.getOrDefault(user + product, 0);
                if (!world.judge.goods().allow(user, product, paid, has)) {
                    world.fail(user + " has " + has + " of " + product + " and bought " + paid);
                }
            }
        }
    }

    private void journalIsTrue(Order order, boolean isPaid, @Nullable JournalEntry entry) {
        String id = order.id().value();
        boolean isDelivered = world.judge.callbacks().isDelivered(id);
        if (world.judge.callbacks().isReported(id, true) && !isDelivered) {
            world.fail("reported as paid and not delivered: " + order + ", the journal has " + entry);
        }
        if (isDelivered && !isPaid) {
            world.fail("delivered and not paid: " + order + ", the journal has " + entry);
        }
        if (isPaid && order.isAbandoned()) {
            world.fail("abandoned and paid: " + order);
        }
        if (entry == null) {
            return;
        }
        if (!entry.state().isFinal() && !entry.state().isVetoed() && !isCallbackLost(id, isPaid)) {
            world.fail("still " + entry.state() + ": " + order + ", the ledger has "
                    + world.judge.ledger().get(id));
        }
        if (entry.due() != null || entry.busyUntil() != null) {
            world.fail("still to do: " + entry + " of " + order);
        }
        if (isPaid && entry.state().isVetoed()) {
            world.fail("paid in spite of a veto: " + order + ", the journal has " + entry);
        }
        if (!isPaid && entry.state() == TransactionState.CONSUMED) {
            world.fail("consumed and not paid: " + order);
        }
        if (isPaid && entry.state() == TransactionState.CANCELLED && !isCancelOfEarlierRound(id)) {
            world.fail("cancelled and paid: " + order);
        }
    }

    /**
     * If a cancelled id goes back on the queue, a cancel that is late by a round looks like one of the next round. It
     * contradicts the consume of that round, unless that one is lost.
     */
    private boolean isCancelOfEarlierRound(String id) {
        return world.setting.open().contains(OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN)
                && isCallbackLost(id, true);
    }

    /** The answer to such a purchase leaves it in doubt until a callback, which a client without holds does not get. */
    private boolean isCancelledAtTheLimit(@Nullable LedgerEntry entry) {
        return world.setting.open().contains(OpenBehaviour.PRODUCT_LIMIT_CANCELS)
                && entry != null
                && entry.kind() == LedgerEntry.Kind.PRODUCT
                && entry.state() == State.CANCELLED;
    }

    /** Gloebit does not repeat a final callback. One that reaches no journal is lost, as the documentation states. */
    private boolean isCallbackLost(String id, boolean isPaid) {
        return world.judge.ledger().containsKey(id) && !world.judge.callbacks().isReported(id, isPaid);
    }
}
