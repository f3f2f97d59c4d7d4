package com.gloebit.examples.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.LedgerEntry.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The proof can fail: each check sees the books it is there to find. */
class BooksTest {
    private static final TransactionId ORDER = TransactionId.of("order-4");
    private static final BigDecimal TEN = new BigDecimal("10.0");
    private static final LedgerEntry BOOKED = booking("order-4", "10", State.COMMITTED);

    private static final LedgerEntry ROLLED_BACK = booking("order-4", "10", State.CANCELLED);

    @Test
    void oneBookingIsTheProof() {
        Books books = books("90", BOOKED, booking("order-5", "7", State.COMMITTED));

        assertThat(books.onlyBookingOf(ORDER, TEN)).isEqualTo("order-4: 1 x lantern, amount 10, fee 0.2, COMMITTED");
        assertThat(books.chargedOnce(new BigDecimal("100"), TEN)).endsWith("100 - 10 = 90");
    }

    @Test
    void twoBookingsOfOneId() {
        fails(() -> books("80", BOOKED, BOOKED).onlyBookingOf(ORDER, TEN), "order-4 has 2 bookings");
    }

    @Test
    void noBookingOfTheId() {
        fails(() -> books("100").onlyBookingOf(ORDER, TEN), "order-4 has 0 bookings");
    }

    @Test
    void aBookingThatIsNotSettled() {
        fails(() -> books("90", booking("order-4", "10", State.HELD)).onlyBookingOf(ORDER, TEN), "expected COMMITTED");
    }

    @Test
    void aBookingOverAnotherAmount() {
        fails(() -> books("80", booking("order-4", "20", State.COMMITTED)).onlyBookingOf(ORDER, TEN), "over 10");
    }

    @Test
    void aBalanceThatWasChargedTwice() {
        fails(() -> books("80", BOOKED).chargedOnce(new BigDecimal("100"), TEN), "went from 100 to 80");
    }

    @Test
    void whatWasRolledBackIsNotCharged() {
        Books books = books("100", ROLLED_BACK);

        assertThat(books.onlyCancellationOf(ORDER, TEN))
                .isEqualTo("order-4: 1 x lantern, amount 10, fee 0.2, CANCELLED");
        assertThat(books.notCharged(new BigDecimal("100.0"))).isEqualTo("not charged: balance 100, as before");
        assertThat(books.balanced()).contains("0 bookings over 0, 1 rolled back; no departure from the protocol");
    }

    @Test
    void aBookingThatIsNotRolledBack() {
        fails(() -> books("90", BOOKED).onlyCancellationOf(ORDER, TEN), "expected CANCELLED");
    }

    @Test
    void aChargeForWhatWasRolledBack() {
        Books books = books("90", ROLLED_BACK);

        fails(() -> books.notCharged(new BigDecimal("100")), "went from 100 to 90");
        fails(books::balanced, "Ada paid 10, and the ledger adds up to 0");
    }

    @Test
    void whatIsPaidIsDelivered() {
        Books books = books("90", BOOKED, booking("order-5", "7", State.CANCELLED));

        assertThat(books.deliveredOnceEach(List.of(ORDER))).isEqualTo("1 paid, 1 delivered, each once");
        fails(() -> books.deliveredOnceEach(List.of()), "order-4 was paid and not delivered");
        fails(() -> books.deliveredOnceEach(List.of(ORDER, ORDER)), "order-4 was delivered more than once");
        fails(
                () -> books.deliveredOnceEach(List.of(ORDER, TransactionId.of("order-5"))),
                "order-5 was delivered and not paid");
    }

    @Test
    void aLoadRunWithABookingMissing() {
        fails(
                () -> books("90", booking("load-1", "10", State.COMMITTED)).bookedOnceEach("load-", 2, TEN),
                "expected 2");
    }

    @Test
    void aLoadRunWithABookingTooMany() {
        LedgerEntry twice = booking("load-1", "10", State.COMMITTED);

        fails(() -> books("80", twice, twice).bookedOnceEach("load-", 1, TEN), "load-1 has 2 bookings");
    }

    @Test
    void aLoadRunWithABookingOverAnotherAmount() {
        fails(() -> books("91", booking("load-1", "9", State.COMMITTED)).bookedOnceEach("load-", 1, TEN), "over 10");
    }

    @Test
    void booksInBalance() {
        assertThat(books("90", BOOKED).balanced())
                .containsExactly(
                        "100 in all = 90 Ada's + 9.8 the shop's + 0.2 fees",
                        "1 bookings over 10; no departure from the protocol");
    }

    @Test
    void gloebitsThatLeftTheAccountUnbooked() {
        fails(() -> books("89", BOOKED).balanced(), "Ada paid 11, and the ledger adds up to 10");
    }

    @Test
    void whatOtherUsersWerePaidCounts() {
        Books books = new Books(
                List.of(BOOKED),
                new BigDecimal("100"),
                new BigDecimal("90"),
                BigDecimal.ZERO,
                new BigDecimal("0.2"),
                new BigDecimal("9.8"),
                List.of());

        assertThat(books.balanced()).contains("100 in all = 90 Ada's + 0 the shop's + 0.2 fees + 9.8 paid to others");
    }

    @Test
    void gloebitsThatDidNotArrive() {
        Books lost = new Books(
                List.of(BOOKED), new BigDecimal("100"), new BigDecimal("90"), TEN, TEN, BigDecimal.ZERO, List.of());

        fails(lost::balanced, "shop, service and other users got 20");
    }

    @Test
    void aDepartureFromTheProtocol() {
        Books books = new Books(
                List.of(),
                TEN,
                TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of("/transact: version is missing"));

        fails(books::balanced, "version is missing");
    }

    private static void fails(ThrowingCallable check, String message) {
        assertThatExceptionOfType(BooksDoNotAddUpException.class)
                .isThrownBy(check)
                .withMessageContaining(message);
    }

    /** Of an account that held 100, of which the shop got 98 percent of what was booked. */
    private static Books books(String balance, LedgerEntry... ledger) {
        BigDecimal booked = Stream.of(ledger)
                .filter(entry -> entry.state() != State.CANCELLED)
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal fees = fee(booked);
        return new Books(
                List.of(ledger),
                new BigDecimal("100"),
                new BigDecimal(balance),
                booked.subtract(fees),
                fees,
                BigDecimal.ZERO,
                List.of());
    }

    private static LedgerEntry booking(String id, String amount, State state) {
        BigDecimal gloebits = new BigDecimal(amount);
        return new LedgerEntry(
                id, "ada", "lantern-shop", gloebits, fee(gloebits), LedgerEntry.Kind.ITEM, "lantern", 1, state);
    }

    private static BigDecimal fee(BigDecimal amount) {
        return amount.multiply(new BigDecimal("0.02"));
    }
}
