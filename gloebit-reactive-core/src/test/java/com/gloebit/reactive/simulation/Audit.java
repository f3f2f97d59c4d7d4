package com.gloebit.reactive.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.TransactionCancelledException;
import com.gloebit.reactive.failure.TransactionNotInJournalException;
import com.gloebit.reactive.hold.Holds;
import com.gloebit.reactive.hold.JournalEntry;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.Kind;
import com.gloebit.simulator.LedgerEntry.State;
import com.gloebit.simulator.Product;
import io.micrometer.core.instrument.Gauge;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** Compares what the program was told with what the ledger says. */
final class Audit {
    static final List<String> OPEN =
            List.of("gloebit.client.in.flight", "gloebit.client.pool.active", "gloebit.client.pool.pending");

    private static final int LOOKS = 10_000;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final SimulatedWorld world;
    private final List<Order> orders;
    private final ProductBounds goods;
    private final LedgerComparison truth;
    private final Retries retries;

    Audit(SimulatedWorld world, List<Order> orders, ProductBounds goods) {
        this.world = world;
        this.orders = orders;
        this.goods = goods;
        this.truth = new LedgerComparison(world);
        this.retries = new Retries(world.node());
    }

    /** True at any time. */
    void afterStep() {
        Map<String, LedgerEntry> ledger = byId();
        gloebitsAreConserved();
        SimulatedWorld.USERS.forEach(user -> assertThat(world.gloebit.balance(user))
                .as("balance of %s", user)
                .isNotNegative());
        for (Order order : orders) {
            LedgerEntry entry = ledger.get(order.id().toString());
            if (order.isAccepted()) {
                assertThat(entry).as("accepted: %s", order).isNotNull();
            }
            truth.requireOf(order, entry);
        }
        assertThat(world.gloebit.violations()).isEmpty();
        if (world.holds) {
            assertThat(world.exchanges.others())
                    .as("bodies that are not the first of their id")
                    .isEmpty();
        }
        nothingIsLeftOpen();
        retries.arePaid(world.node());
    }

    /** At most one booking of an id. */
    private Map<String, LedgerEntry> byId() {
        return world.gloebit.ledger().stream().collect(Collectors.toMap(LedgerEntry::transactionId, entry -> entry));
    }

    /** Gloebit goes on settling meanwhile: only a sum over which nothing moved counts. */
    private void gloebitsAreConserved() {
        for (int i = 0; i < LOOKS; i++) {
            List<LedgerEntry> before = world.gloebit.ledger();
            BigDecimal everywhere = everywhere(before);
            if (world.gloebit.ledger().equals(before)) {
                BigDecimal ever = SimulatedWorld.OPENING
                        .multiply(BigDecimal.valueOf(SimulatedWorld.USERS.size()))
                        .add(world.gloebit.deposits());
                assertThat(everywhere).as("gloebits in the world").isEqualByComparingTo(ever);
                return;
            }
        }
        throw new AssertionError("the ledger never stood still");
    }

    private BigDecimal everywhere(List<LedgerEntry> ledger) {
        BigDecimal held = ledger.stream()
                .filter(entry -> entry.state() == State.HELD)
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return SimulatedWorld.USERS.stream()
                .map(world.gloebit::balance)
                .reduce(held, BigDecimal::add)
                .add(world.gloebit.earnings("shop"))
                .add(world.gloebit.fees());
    }

    /** What the application has left to do, and Gloebit. */
    List<?> undecided() {
        Stream<JournalEntry> entries = orders.stream()
                .flatMap(order -> world.journal.find(order.id()).blockOptional(SimulatedWorld.PATIENCE).stream())
                .filter(entry -> !entry.isFinished());
        Stream<LedgerEntry> bookings = world.gloebit.ledger().stream().filter(entry -> !isDecided(entry.state()));
        return Stream.concat(entries, bookings).toList();
    }

    private static boolean isDecided(State state) {
        return state == State.COMMITTED || state == State.CANCELLED;
    }

    /** Paid, or not. What was rejected could be bought again, and only giving it up decides it. */
    private boolean isPaid(Order order) {
        Holds holds = world.node().holds();
        return world.journal
                .find(order.id())
                .filter(entry -> entry.state() == TransactionState.REJECTED)
                .flatMap(entry -> holds.abandon(order.id()))
                .then(holds.settlement(order.id()).thenReturn(true))
                .onErrorReturn(TransactionCancelledException.class, false)
                .onErrorReturn(TransactionNotInJournalException.class, false)
                .blockOptional(SimulatedWorld.PATIENCE)
                .orElseThrow();
    }

    /** True when the faults have stopped and everybody was given time. */
    void atTheEnd() {
        afterStep();
        Map<String, LedgerEntry> ledger = byId();
        if (world.holds) {
            everyOrderIsSettledAsItIsBooked(ledger);
        }
        assertThat(ledger.values()).allMatch(entry -> isDecided(entry.state()));
        assertThat(world.exchanges.ids()).as("ids that were seen").containsAll(ledger.keySet());
        goodsAreThoseBought();
        nothingIsLeftOpen();
    }

    private void everyOrderIsSettledAsItIsBooked(Map<String, LedgerEntry> ledger) {
        for (Order order : orders) {
            LedgerEntry entry = ledger.get(order.id().toString());
            boolean paid = entry != null && entry.state() == State.COMMITTED;
            assertThat(isPaid(order)).as("%s, in the ledger %s", order, entry).isEqualTo(paid);
            assertThat(world.delivered.contains(order.id().toString()))
                    .as("delivered: %s, in the ledger %s", order, entry)
                    .isEqualTo(paid);
        }
    }

    private void goodsAreThoseBought() {
        for (String user : SimulatedWorld.USERS) {
            Map<String, Integer> present = world.gloebit.products("shop", user);
            for (Product sold : SimulatedWorld.PRODUCTS) {
                String product = sold.name();
                int bought = world.gloebit.ledger().stream()
                        .filter(entry -> entry.kind() == Kind.PRODUCT && entry.state() == State.COMMITTED)
                        .filter(entry ->
                                entry.payer().equals(user) && entry.what().equals(product))
                        .mapToInt(LedgerEntry::quantity)
                        .sum();
                int has = present.getOrDefault(product, 0);
                assertThat(goods.allow(user, product, bought, has))
                        .as("%s of %s: %s, bought %s", product, user, has, bought)
                        .isTrue();
            }
        }
    }

    /** A connection goes back to its pool a moment after its answer. */
    private void nothingIsLeftOpen() {
        OPEN.forEach(gauge -> awaitZero(gauge, () -> world.node().gauge(gauge)));
        for (Gauge gauge = world.ended.poll(); gauge != null; gauge = world.ended.poll()) {
            awaitZero("of a node that ended, " + gauge.getId().getName(), gauge::value);
        }
    }

    /** Of calls at once, the failure of one may be told before the others are cancelled. */
    private static void awaitZero(String what, DoubleSupplier gauge) {
        try {
            Flux.interval(Duration.ZERO, LOOK)
                    .onBackpressureDrop()
                    .takeUntil(unused -> gauge.getAsDouble() == 0)
                    .blockLast(SimulatedWorld.PATIENCE);
        } catch (IllegalStateException timeout) {
            throw new AssertionError(what + " is " + gauge.getAsDouble(), timeout);
        }
    }
}
