package com.gloebit.reactive.flow;

import static com.gloebit.reactive.flow.support.Waiting.PATIENCE;
import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.flow.support.Waiting.failure;
import static com.gloebit.simulator.OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES;
import static com.gloebit.simulator.OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * Without holds: a request that got no usable answer is carried out after another of its id was refused. Bob has 50.25
 * gloebits, buys for 60, and is given 100 more before the first request arrives.
 */
class LateRequestFlowTest {
    private static final TransactionId ORDER = TransactionId.of("order-1");
    private static final ItemPurchase CASTLE =
            ItemPurchase.of(ORDER, "castle", 60).withUsername("bob");

    /** Only a hang ends with the attempt's time; a good attempt has all that a busy machine may need. */
    private static final Duration HURRIED = Duration.ofMillis(800);

    private SimulatedShop shop = new SimulatedShop();

    @AfterEach
    void close() {
        assertThat(shop.simulator.violations()).isEmpty();
        shop.close();
    }

    static Stream<Arguments> unanswered() {
        return Stream.of(Set.<OpenBehaviour>of(), Set.of(REFUSED_TRANSACTION_QUEUES_AGAIN))
                .flatMap(open -> repeated().map(fault -> arguments(fault, open)));
    }

    /** What an attempt can end with that is sent again. */
    private static Stream<Fault> repeated() {
        return Stream.of(
                Fault.HANG,
                Fault.DROP,
                Fault.RESET,
                Fault.status(500),
                Fault.status(503),
                Fault.HTML,
                Fault.GARBLED,
                Fault.QUEUING_FAILED,
                Fault.RACED);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("unanswered")
    void aRefusalOfALaterAttemptLeavesTheDoubtOfTheFirst(Fault fault, Set<OpenBehaviour> open) {
        AuthorizedUser bob = bobOf(open, fault == Fault.HANG ? HURRIED : PATIENCE);
        shop.simulator.failNext("/transact", fault.withLateProcessing());

        TransactionInDoubtException doubt = failure(TransactionInDoubtException.class, bob.purchase(CASTLE));

        assertThat(doubt.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(doubt)
                .as("the reason")
                .hasCauseInstanceOf(TransactionRejectedException.class)
                .cause()
                .extracting(cause -> ((TransactionRejectedException) cause).failure())
                .isEqualTo(TransactionFailure.INSUFFICIENT_FUNDS);
        theFirstIsBookedAfterATopUp();
        block(bob.resend(doubt.pending()));
        theFirstIsBookedAfterATopUp();
    }

    static Stream<Fault> once() {
        return Stream.of(Fault.status(302), Fault.status(408), Fault.status(409));
    }

    /** What is not sent again, or not within its call. */
    @ParameterizedTest
    @MethodSource("once")
    void aRefusalOfALaterPurchaseOfTheSameIdLeavesTheDoubtOfTheFirst(Fault fault) {
        AuthorizedUser bob = bobOf(Set.of());
        shop.simulator.failNext("/transact", fault.withLateProcessing());
        failure(TransactionInDoubtException.class, bob.purchase(CASTLE));

        failure(TransactionInDoubtException.class, bob.purchase(CASTLE));

        theFirstIsBookedAfterATopUp();
    }

    @Test
    void aRefusalOfAResendLeavesTheDoubtOfTheFirst() {
        AuthorizedUser bob = bobOf(Set.of());
        shop.simulator.failNext("/transact", Fault.status(408).withLateProcessing());
        TransactionInDoubtException doubt = failure(TransactionInDoubtException.class, bob.purchase(CASTLE));

        failure(TransactionInDoubtException.class, bob.resend(doubt.pending()));

        theFirstIsBookedAfterATopUp();
    }

    @Test
    void aRefusalOfALaterPurchaseLeavesTheDoubtOfOneThatWasCancelled() {
        AuthorizedUser bob = bobOf(Set.of());
        shop.simulator.failNext("/transact", Fault.HANG.withLateProcessing());
        Disposable first = bob.purchase(CASTLE).subscribe();
        Flux.interval(Duration.ofMillis(1))
                .onBackpressureDrop()
                .takeUntil(unused -> shop.simulator.lateRequests().count() == 1)
                .blockLast(PATIENCE);
        first.dispose();

        failure(TransactionInDoubtException.class, bob.purchase(CASTLE));

        theFirstIsBookedAfterATopUp();
    }

    /** Nothing is late, and nothing is in doubt, but that the refusal may not be the last word: see docs/failures.md. */
    @Test
    void aFirstRequestRefusedAtEnactCanStillBePaidByTheQueue() {
        AuthorizedUser bob = bobOf(Set.of(INSUFFICIENT_BALANCE_QUEUES));

        TransactionRejectedException refused = failure(TransactionRejectedException.class, bob.purchase(CASTLE));

        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_DONE);
        theFirstIsBookedAfterATopUp();
    }

    private AuthorizedUser bobOf(Set<OpenBehaviour> open) {
        return bobOf(open, PATIENCE);
    }

    private AuthorizedUser bobOf(Set<OpenBehaviour> open, Duration attempt) {
        shop.close();
        shop = new SimulatedShop(open);
        shop.simulator.deposit("bob", new BigDecimal("50.25"));
        return shop.another(client -> client.limits(new CallLimits(3, attempt, PATIENCE)))
                .withCredential(shop.credential("bob"));
    }

    private void theFirstIsBookedAfterATopUp() {
        if (shop.simulator.deposits().compareTo(new BigDecimal("100")) < 0) {
            shop.simulator.deposit("bob", new BigDecimal("100"));
        }
        shop.simulator.lateRequests().release();
        assertThat(shop.bookings(ORDER)).extracting(LedgerEntry::state).containsExactly(LedgerEntry.State.COMMITTED);
        assertThat(shop.simulator.balance("bob")).isEqualByComparingTo("90.25");
    }
}
