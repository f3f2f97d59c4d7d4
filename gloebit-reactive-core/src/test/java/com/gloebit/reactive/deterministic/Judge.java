package com.gloebit.reactive.deterministic;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.OpenBehaviour;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what the application was told, and what it did, with the ledger. */
final class Judge {
    private final World world;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Integer> topUps = new HashMap<>();
    private final Coverage coverage;
    private final Goods goods = new Goods();
    private final Callbacks callbacks;
    private BigDecimal deposits = BigDecimal.ZERO;
    private long denials;
    private long exceptions;

    Judge(World world) {
        this.world = world;
        this.coverage = new Coverage(world);
        this.callbacks = new Callbacks(world);
    }

    Callbacks callbacks() {
        return callbacks;
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

    boolean isRunningElsewhere(String id, Effects asking) {
        for (Node node : world.nodes) {
            Life life = node.life();
            if (life != null && life.effects() != asking && life.effects().isRunning(id)) {
                return true;
            }
        }
        return false;
    }

    /** The service judges the answers to enacts in the order in which it gets them, and one may overtake another. */
    private List<String> violations() {
        return world.service.simulated().violations().texts().stream()
                .filter(text -> !text.contains("an enact was refused after"))
                .toList();
    }

    /** The bookings by their ids. */
    Map<String, LedgerEntry> ledger() {
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
            settlementIsTrue(order, entry);
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

    private void settlementIsTrue(Order order, @Nullable LedgerEntry entry) {
        Boolean isSettledAsPaid = order.isSettledAsPaid();
        boolean isPaid = entry != null && entry.state() == State.COMMITTED;
        if (isSettledAsPaid != null && isSettledAsPaid != isPaid) {
            world.fail("settled, and not so: " + order + ", the ledger has " + entry);
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
}
