package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.internal.ledger.Inventory;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what the application was told, and what it did, with the ledger. */
final class Judge {
    private final World world;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Integer> topUps = new HashMap<>();
    private final Map<String, Integer> delivered = new HashMap<>();
    private final Map<String, Integer> deliveredInTransaction = new HashMap<>();
    private final Set<String> reportedPaid = new HashSet<>();
    private final Set<String> enacted = new HashSet<>();
    private final Set<String> reportedCancelled = new HashSet<>();
    private final Coverage coverage;
    private final Goods goods = new Goods();
    private BigDecimal deposits = BigDecimal.ZERO;
    private long denials;
    private long exceptions;

    Judge(World world) {
        this.world = world;
        this.coverage = new Coverage(world);
    }

    Goods goods() {
        return goods;
    }

    Coverage coverage() {
        return coverage;
    }

    void add(Order order) {
        orders.put(order.id().value(), order);
    }

    List<Order> orders() {
        return new ArrayList<>(orders.values());
    }

    void toppedUp(String user, BigDecimal amount) {
        topUps.merge(user, 1, Integer::sum);
        deposits = deposits.add(amount);
    }

    int topUps(String user) {
        return topUps.getOrDefault(user, 0);
    }

    int topUpsOf(String id) {
        Order order = orders.get(id);
        return order == null ? 0 : topUps(order.payer());
    }

    void denied() {
        denials++;
    }

    long denials() {
        return denials;
    }

    long exceptions() {
        return exceptions;
    }

    void died(Life dead) {
        orders.values().forEach(order -> order.died(dead));
    }

    void resubmitted(String id) {
        Order order = orders.get(id);
        if (order != null) {
            order.resubmitted();
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
        LedgerEntry entry = ledger().get(id);
        if (entry == null || entry.state() != State.COMMITTED) {
            world.fail(id + " was delivered, and the ledger has " + entry);
        }
    }

    boolean isRunningElsewhere(String id, Effects asking) {
        for (Node node : world.nodes) {
            Life life = node.life();
            if (life != null && life.effects() != asking && life.effects().isRunning(id)) {
                return true;
            }
        }
        return false;
    }

    void called(String step, URI uri) {
        coverage.called(idOf(uri), step);
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

    /** The service judges the answers to enacts in the order in which it gets them, and one may overtake another. */
    private List<String> violations() {
        return world.service.simulated().violations().texts().stream()
                .filter(text -> !text.contains("an enact was refused after"))
                .toList();
    }

    private static String idOf(URI uri) {
        String[] segments = uri.getPath().split("/", -1);
        return new String(Base64.getUrlDecoder().decode(segments[segments.length - 2]), StandardCharsets.UTF_8);
    }

    private Map<String, LedgerEntry> ledger() {
        Map<String, LedgerEntry> byId = new HashMap<>();
        for (LedgerEntry entry : world.service.ledger().entries()) {
            if (byId.put(entry.transactionId(), entry) != null) {
                world.fail("the ledger has two bookings of " + entry.transactionId());
            }
        }
        return byId;
    }

    /** After every change of the ledger, and after everything that a caller was told. */
    void afterChange() {
        if (world.hasFailed()) {
            return;
        }
        Map<String, LedgerEntry> ledger = ledger();
        gloebitsAreConserved(ledger);
        for (Order order : orders.values()) {
            LedgerEntry entry = ledger.get(order.id().value());
            if (order.isAccepted() && entry == null) {
                world.fail("accepted, and not in the ledger: " + order);
            }
            denialIsTrue(order, entry);
        }
        if (!violations().isEmpty()) {
            world.fail("the service was asked wrongly: " + violations());
        }
    }

    private void gloebitsAreConserved(Map<String, LedgerEntry> ledger) {
        BigDecimal everywhere = world.service
                .ledger()
                .earnings(Service.KEY)
                .add(world.service.ledger().fees());
        for (LedgerEntry entry : ledger.values()) {
            if (entry.state() == State.HELD) {
                everywhere = everywhere.add(entry.amount());
            }
        }
        for (String user : world.users) {
            BigDecimal balance = world.service.balance(user);
            if (balance.signum() < 0) {
                world.fail(user + " has " + balance);
            }
            everywhere = everywhere.add(balance);
        }
        BigDecimal ever = new BigDecimal(world.setting.funds())
                .multiply(new BigDecimal(world.users.size()))
                .add(deposits);
        if (everywhere.compareTo(ever) != 0) {
            world.fail("there are " + everywhere + " gloebits instead of " + ever);
        }
    }

    /** {@code NOT_DONE} is wrong if the ledger books the id, unless the application has asked for it again. */
    private void denialIsTrue(Order order, @Nullable LedgerEntry entry) {
        Order.Denial denial = order.denial();
        if (denial == null
                || entry == null
                || !isBooked(entry)
                || denial.sent() != world.wire.sent(order.id().value())) {
            return;
        }
        if (isException(order, denial)) {
            order.excuse();
            exceptions++;
        } else {
            world.fail("denied (" + denial + ") and booked: " + order + ", the ledger has " + entry);
        }
    }

    /** With holds, the application can still refuse what is held, and does. */
    private boolean isBooked(LedgerEntry entry) {
        return entry.state() == State.COMMITTED || (entry.state() == State.HELD && !world.setting.holds());
    }

    private boolean isException(Order order, Order.Denial denial) {
        return world.setting.open().contains(OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES)
                && !world.setting.holds()
                && (!denial.isUnanswered() || denial.isAged())
                && (order.isExcused() || topUps(order.payer()) > denial.topUps());
    }

    /** Everything is decided once the faults have stopped and everybody was given time. */
    void atTheEnd() {
        afterChange();
        for (Map.Entry<String, LedgerEntry> booking : ledger().entrySet()) {
            State state = booking.getValue().state();
            if (state != State.COMMITTED && state != State.CANCELLED) {
                world.fail("undecided in the ledger: " + booking.getValue() + ", " + orders.get(booking.getKey()));
            }
        }
        goodsAreThoseBought();
        Map<String, LedgerEntry> ledger = ledger();
        for (Order order : orders.values()) {
            LedgerEntry entry = ledger.get(order.id().value());
            boolean isPaid = entry != null && entry.state() == State.COMMITTED;
            if (world.setting.holds()) {
                settlementIsTrue(order, isPaid, world.database.entry(order.id()));
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
        for (LedgerEntry entry : ledger().values()) {
            if (entry.kind() == LedgerEntry.Kind.PRODUCT && entry.state() == State.COMMITTED) {
                bought.merge(entry.payer() + entry.what(), entry.quantity(), Integer::sum);
            }
        }
        for (String user : world.users) {
            Map<String, Integer> present = world.service.ledger().products(Inventory.ofUser(Service.KEY, user));
            for (String product : Service.COUNTED) {
                int has = present.getOrDefault(product, 0);
                int paid = bought.getOrDefault(user + product, 0);
                if (!goods.allow(user, product, paid, has)) {
                    world.fail(user + " has " + has + " of " + product + " and bought " + paid);
                }
            }
        }
    }

    private void settlementIsTrue(Order order, boolean isPaid, @Nullable JournalEntry entry) {
        String id = order.id().value();
        boolean isDelivered = delivered.containsKey(id) || deliveredInTransaction.containsKey(id);
        if (reportedPaid.contains(id) && !isDelivered) {
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
            world.fail("still " + entry.state() + ": " + order + ", the ledger has " + ledger().get(id));
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
        if (isPaid && entry.state() == TransactionState.CANCELLED) {
            world.fail("cancelled and paid: " + order);
        }
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
        return ledger().containsKey(id) && !(isPaid ? reportedPaid : reportedCancelled).contains(id);
    }
}
