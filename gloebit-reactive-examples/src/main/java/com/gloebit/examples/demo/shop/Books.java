package com.gloebit.examples.demo.shop;

import static com.gloebit.simulator.LedgerEntry.State.CANCELLED;
import static com.gloebit.simulator.LedgerEntry.State.COMMITTED;

import com.gloebit.examples.demo.output.Terminal;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.GloebitSimulator;
import com.gloebit.simulator.LedgerEntry;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/**
 * The service's books at one moment, and what they have to say. Every check throws {@link BooksDoNotAddUpException} or
 * returns the line that reports it.
 *
 * @param ledger every booking
 * @param opening what the user had at the beginning, or bought since
 * @param balance what the user has now
 * @param earnings what the shop was paid
 * @param fees what the service kept
 * @param received what other users were paid
 * @param violations where the client departed from the protocol
 */
public record Books(
        List<LedgerEntry> ledger,
        BigDecimal opening,
        BigDecimal balance,
        BigDecimal earnings,
        BigDecimal fees,
        BigDecimal received,
        List<String> violations) {

    /** Of a service in which no other user had anything at the beginning. */
    public static Books of(GloebitSimulator service, BigDecimal opening, String... others) {
        return new Books(
                service.ledger(),
                opening.add(service.deposits()),
                service.balance(Shop.USER),
                service.earnings(Shop.KEY),
                service.fees(),
                Stream.of(others).map(service::balance).reduce(BigDecimal.ZERO, BigDecimal::add),
                service.violations());
    }

    /** The last word of a demo. */
    public static Flux<String> lines(Supplier<Books> books, Terminal terminal) {
        return Flux.defer(() -> Flux.fromIterable(books.get().balanced()))
                .map(terminal::good)
                .startWith(terminal.stage("The books"));
    }

    /** That the ledger knows the id once, settled, with this amount. */
    public String onlyBookingOf(TransactionId id, BigDecimal amount) {
        return onlyEntry(id, amount, COMMITTED);
    }

    /** That the ledger knows the id once, rolled back, with this amount. */
    public String onlyCancellationOf(TransactionId id, BigDecimal amount) {
        return onlyEntry(id, amount, CANCELLED);
    }

    private String onlyEntry(TransactionId id, BigDecimal amount, LedgerEntry.State state) {
        List<LedgerEntry> bookings = ledger.stream()
                .filter(entry -> entry.transactionId().equals(id.value()))
                .toList();
        check(
                bookings.size() == 1,
                "%s has %s bookings, expected exactly one: %s".formatted(id, bookings.size(), bookings));
        LedgerEntry only = bookings.get(0);
        check(
                only.state() == state && equal(only.amount(), amount),
                "%s is %s, expected %s over %s".formatted(id, only, state, plain(amount)));
        return "%s: %s x %s, amount %s, fee %s, %s"
                .formatted(id, only.quantity(), only.what(), plain(only.amount()), plain(only.fee()), only.state());
    }

    /** That the user has exactly as much as before. */
    public String notCharged(BigDecimal before) {
        check(
                equal(before, balance),
                "the balance went from %s to %s, expected no charge".formatted(plain(before), plain(balance)));
        return "not charged: balance " + plain(balance) + ", as before";
    }

    /** That the user has exactly so much less than before. */
    public String chargedOnce(BigDecimal before, BigDecimal amount) {
        check(
                equal(before.subtract(amount), balance),
                "the balance went from %s to %s, expected one charge of %s"
                        .formatted(plain(before), plain(balance), plain(amount)));
        return "charged once: balance %s - %s = %s".formatted(plain(before), plain(amount), plain(balance));
    }

    /** That so many ids with the prefix are booked, each once, settled, with this amount. */
    public String bookedOnceEach(String idPrefix, int count, BigDecimal amount) {
        Map<String, Long> bookingsPerId = ledger.stream()
                .map(LedgerEntry::transactionId)
                .filter(id -> id.startsWith(idPrefix))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        check(
                bookingsPerId.size() == count,
                "%s purchases %s... are booked, expected %s".formatted(bookingsPerId.size(), idPrefix, count));
        bookingsPerId.forEach(
                (id, bookings) -> check(bookings == 1, "%s has %s bookings, expected one".formatted(id, bookings)));
        ledger.stream()
                .filter(entry -> entry.transactionId().startsWith(idPrefix))
                .forEach(entry ->
                        check(isSettled(entry, amount), "%s, expected COMMITTED over %s".formatted(entry, amount)));
        return "%s purchases, %s bookings, each id once, each over %s".formatted(count, count, plain(amount));
    }

    /** That what left the user's account arrived, to the last fraction, and that the client kept to the protocol. */
    List<String> balanced() {
        List<LedgerEntry> charged =
                ledger.stream().filter(entry -> entry.state() != CANCELLED).toList();
        BigDecimal booked = charged.stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        check(
                equal(opening.subtract(balance), booked),
                "Ada paid %s, and the ledger adds up to %s".formatted(plain(opening.subtract(balance)), plain(booked)));
        check(
                equal(booked, earnings.add(fees).add(received)),
                "the ledger adds up to %s, and shop, service and other users got %s"
                        .formatted(plain(booked), plain(earnings.add(fees).add(received))));
        check(violations.isEmpty(), "the client departed from the protocol: %s".formatted(violations));
        return List.of(
                "%s in all = %s Ada's + %s the shop's + %s fees%s"
                        .formatted(plain(opening), plain(balance), plain(earnings), plain(fees), othersPart()),
                "%s bookings over %s%s; no departure from the protocol"
                        .formatted(charged.size(), plain(booked), cancelledPart(ledger.size() - charged.size())));
    }

    /** That what was paid for was delivered, each once, and nothing else. */
    public String deliveredOnceEach(List<TransactionId> deliveries) {
        Set<String> delivered = new HashSet<>();
        deliveries.forEach(id -> check(delivered.add(id.value()), id + " was delivered more than once"));
        Set<String> paid = ledger.stream()
                .filter(entry -> entry.state() == COMMITTED)
                .map(LedgerEntry::transactionId)
                .collect(Collectors.toSet());
        paid.forEach(id -> check(delivered.contains(id), id + " was paid and not delivered"));
        delivered.forEach(id -> check(paid.contains(id), id + " was delivered and not paid"));
        return "%s paid, %s delivered, each once".formatted(paid.size(), delivered.size());
    }

    private static String cancelledPart(int cancelled) {
        return cancelled == 0 ? "" : ", " + cancelled + " rolled back";
    }

    private String othersPart() {
        return received.signum() == 0 ? "" : " + " + plain(received) + " paid to others";
    }

    private static boolean isSettled(LedgerEntry entry, BigDecimal amount) {
        return entry.state() == COMMITTED && equal(entry.amount(), amount);
    }

    /** By value: 12.50 is 12.5. */
    private static boolean equal(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new BooksDoNotAddUpException(otherwise);
        }
    }
}
