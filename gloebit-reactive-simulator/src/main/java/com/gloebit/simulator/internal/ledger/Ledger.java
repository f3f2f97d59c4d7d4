package com.gloebit.simulator.internal.ledger;

import static com.gloebit.simulator.LedgerEntry.State.CANCELLED;
import static com.gloebit.simulator.LedgerEntry.State.COMMITTED;
import static com.gloebit.simulator.LedgerEntry.State.HELD;
import static com.gloebit.simulator.LedgerEntry.State.QUEUED;

import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Settlement;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The bookings, funds and products of all users. Gloebits move between balances, held amounts, earnings and fees; only
 * a deposit creates them, and none are lost. One lock guards the state; a method makes a few map accesses per booking.
 */
public final class Ledger {
    private final Funds funds;
    private final Map<Purchase.Key, Booking> bookings = new LinkedHashMap<>();
    private final ProductCounts products = new ProductCounts();
    private final PurchaseRules rules;
    private final Settlement settlement;
    private final OpenBehaviours open;
    private final HoldEvents holds;

    public Ledger(
            Map<String, BigDecimal> balances,
            Registry registry,
            Settlement settlement,
            OpenBehaviours open,
            HoldEvents holds) {
        this.funds = new Funds(balances);
        this.rules = new PurchaseRules(registry, products);
        this.settlement = settlement;
        this.open = open;
        this.holds = holds;
    }

    public synchronized TransactOutcome transact(Purchase purchase) {
        Booking known = bookings.get(purchase.key());
        return known == null ? first(purchase) : repeated(known, purchase);
    }

    public synchronized boolean knows(Purchase.Key key) {
        return bookings.containsKey(key);
    }

    public synchronized void deposit(String userName, BigDecimal amount) {
        funds.deposit(userName, amount);
        forEach(booking -> booking.is(QUEUED) && booking.purchase().payer().equals(userName), this::retry);
    }

    public synchronized void lock(String userName, boolean locked) {
        rules.lock(userName, locked);
    }

    public synchronized void lockReceiving(String userName, boolean locked) {
        rules.lockReceiving(userName, locked);
    }

    public synchronized boolean isLocked(String userName) {
        return rules.isLocked(userName);
    }

    public synchronized int settleHeld() {
        return forEach(booking -> booking.is(HELD), this::settle);
    }

    public synchronized int cancelHeld() {
        return forEach(booking -> booking.is(HELD), this::cancel);
    }

    /** Commits a held transaction; has no effect in another state. */
    public synchronized void commitHeld(Purchase purchase) {
        Booking booking = booking(purchase);
        if (booking.is(HELD)) {
            commit(booking);
        }
    }

    /** Cancels a held or queued transaction; has no effect in another state. */
    public synchronized void rollBack(Purchase purchase) {
        Booking booking = booking(purchase);
        if (booking.is(HELD)) {
            cancel(booking);
        } else if (booking.is(QUEUED)) {
            cancelQueued(booking);
        }
    }

    public synchronized LedgerEntry.State state(Purchase purchase) {
        return booking(purchase).state();
    }

    /** Returns the transaction with an id that a test names. */
    public synchronized Purchase find(String transactionId) {
        List<Purchase> found = bookings.values().stream()
                .map(Booking::purchase)
                .filter(purchase -> purchase.transactionId().equalsIgnoreCase(transactionId))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("transactionId is " + transactionId + "; the ledger has " + found.size()
                    + " transactions with this id; the id of exactly one is needed");
        }
        return found.get(0);
    }

    /** Returns the outcome of a transaction after its callbacks. */
    public synchronized TransactOutcome decided(Purchase purchase) {
        Booking booking = booking(purchase);
        if (booking.is(CANCELLED)) {
            return outcome(TransactReply.CANCELLED, purchase, false, true);
        }
        return outcome(booking.is(COMMITTED) ? TransactReply.HELD : TransactReply.PENDING, purchase, false, true);
    }

    /** Removes products from an inventory; empty if it has fewer. */
    public synchronized Optional<Integer> consume(Inventory inventory, String product, int count) {
        return products.take(inventory, product, count);
    }

    /** Adds products to an inventory; empty if the limit does not allow it. */
    public synchronized Optional<Integer> grant(Purchase.ProductDelivery delivery, int count) {
        return products.grant(delivery, count);
    }

    /** Sets a product's count in an inventory; empty if the limit does not allow it. */
    public synchronized Optional<Integer> set(Purchase.ProductDelivery delivery, int count) {
        return products.set(delivery, count);
    }

    public synchronized BigDecimal balance(String userName) {
        return funds.balance(userName);
    }

    public synchronized BigDecimal earnings(String applicationKey) {
        return funds.earnings(applicationKey);
    }

    public synchronized BigDecimal fees() {
        return funds.fees();
    }

    public synchronized LedgerSnapshot snapshot() {
        return funds.snapshot(entries());
    }

    public synchronized BigDecimal deposits() {
        return funds.deposits();
    }

    public synchronized List<LedgerEntry> entries() {
        return bookings.values().stream().map(Booking::entry).toList();
    }

    public synchronized Map<String, Integer> products(Inventory inventory) {
        return products.in(inventory);
    }

    private TransactOutcome first(Purchase purchase) {
        Optional<TransactReply> refusal = rules.refusal(purchase);
        if (refusal.isPresent()) {
            return refused(purchase, refusal.get());
        }
        Booking booking = new Booking(purchase, QUEUED);
        boolean held = hold(booking);
        boolean queued = held || open.has(OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES);
        if (queued) {
            bookings.put(purchase.key(), booking);
        } else if (open.has(OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN)) {
            bookings.put(purchase.key(), new Booking(purchase, CANCELLED));
        }
        return outcome(held ? TransactReply.HELD : TransactReply.INSUFFICIENT_BALANCE, purchase, queued, true);
    }

    private TransactOutcome refused(Purchase purchase, TransactReply refusal) {
        if (refusal == TransactReply.PRODUCT_LIMIT && open.has(OpenBehaviour.PRODUCT_LIMIT_CANCELS)) {
            Booking booking = new Booking(purchase, QUEUED);
            bookings.put(purchase.key(), booking);
            cancelQueued(booking);
            return outcome(TransactReply.CANCELLED, purchase, true, true);
        }
        return outcome(refusal, purchase, false, true);
    }

    private TransactOutcome repeated(Booking known, Purchase purchase) {
        boolean sameContent = known.purchase().content().equals(purchase.content());
        boolean again = isRefused(known)
                && open.has(OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN)
                && holds.queuedAgain(known.purchase());
        if (again) {
            queueAgain(known);
        }
        return outcome(again ? TransactReply.KNOWN : repeatedReply(known), known.purchase(), again, sameContent);
    }

    private static boolean isRefused(Booking booking) {
        return booking.is(QUEUED) || booking.is(CANCELLED);
    }

    /** Treats the transaction as new. The answer, which says that it is queued, does not depend on the result. */
    private void queueAgain(Booking booking) {
        booking.become(QUEUED);
        retry(booking);
        if (booking.is(QUEUED) && !open.has(OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES)) {
            cancelQueued(booking);
        }
    }

    private TransactReply repeatedReply(Booking known) {
        if (known.is(QUEUED)) {
            return TransactReply.INSUFFICIENT_BALANCE;
        }
        if (known.is(CANCELLED)) {
            return TransactReply.CANCELLED;
        }
        return open.has(OpenBehaviour.KNOWN_TRANSACTION_ANSWERS_SUCCESS) ? TransactReply.HELD : TransactReply.KNOWN;
    }

    /** Holds a queued transaction, unless its account is locked or its product has reached the limit. */
    private void retry(Booking booking) {
        if (rules.refusal(booking.purchase()).isEmpty()) {
            hold(booking);
        }
    }

    private boolean hold(Booking booking) {
        Purchase purchase = booking.purchase();
        if (!funds.take(purchase)) {
            return false;
        }
        purchase.delivery().ifPresent(delivery -> products.reserve(delivery, purchase.quantity()));
        booking.become(HELD);
        boolean immediately = settlement == Settlement.IMMEDIATE;
        if (!holds.held(purchase, immediately) && immediately) {
            commit(booking);
        }
        return true;
    }

    private void settle(Booking booking) {
        if (!holds.begun(booking.purchase())) {
            commit(booking);
        }
    }

    private Booking booking(Purchase purchase) {
        return Objects.requireNonNull(bookings.get(purchase.key()), "the purchase is booked");
    }

    private void commit(Booking booking) {
        Purchase purchase = booking.purchase();
        funds.pay(purchase, booking.fee());
        purchase.delivery().ifPresent(delivery -> products.deliver(delivery, purchase.quantity()));
        booking.become(COMMITTED);
        holds.committed(purchase);
    }

    private void cancel(Booking booking) {
        Purchase purchase = booking.purchase();
        funds.giveBack(purchase);
        purchase.delivery().ifPresent(delivery -> products.release(delivery, purchase.quantity()));
        booking.become(CANCELLED);
        holds.cancelled(purchase);
    }

    private void cancelQueued(Booking booking) {
        booking.become(CANCELLED);
        holds.cancelled(booking.purchase());
    }

    private int forEach(Predicate<Booking> which, Consumer<Booking> step) {
        List<Booking> chosen = bookings.values().stream().filter(which).toList();
        chosen.forEach(step);
        return chosen.size();
    }

    private TransactOutcome outcome(TransactReply reply, Purchase purchase, boolean isNew, boolean sameContent) {
        int count = purchase.delivery().map(products::countWithReserved).orElse(0);
        return new TransactOutcome(reply, balance(purchase.payer()), count, isNew, sameContent);
    }
}
