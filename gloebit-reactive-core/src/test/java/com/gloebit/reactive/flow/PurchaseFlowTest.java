package com.gloebit.reactive.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.AccessTokenInvalidException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.OpenBehaviour;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PurchaseFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TransactionId ORDER = TransactionId.of("order-1");

    private SimulatedShop shop = new SimulatedShop();

    @AfterEach
    void noViolationAndNothingLost() {
        assertThat(shop.simulator.violations()).isEmpty();
        assertThat(shop.everything()).isEqualByComparingTo("100");
        shop.close();
    }

    @Test
    void anItemIsBookedOnceAndPaidFor() {
        Receipt receipt =
                block(shop.ada.purchase(ItemPurchase.of(ORDER, "torch", 3).withQuantity(2)));
        assertThat(receipt.balance()).isEqualByComparingTo("94");
        assertThat(shop.bookings(ORDER)).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).isEqualByComparingTo("6");
            assertThat(entry.fee()).isEqualByComparingTo("0.12");
        });
    }

    @Test
    void aProductIsBoughtListedAndConsumed() {
        assertThat(block(shop.ada.purchase(ProductPurchase.of(ORDER, "Sword"))).productCount())
                .isEqualTo(1);
        StepVerifier.create(shop.ada.products().list())
                .expectNext(new ProductCount("Sword", 1))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(block(shop.ada.products().consume("Sword", 1))).isZero();
        assertThat(shop.simulator.products("shop", "ada")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerIsSurvivedWithoutASecondCharge(OpenBehaviour open) {
        reopen(open);
        shop.simulator.failNext("/transact", Fault.COMMIT_THEN_DROP, 2);
        block(shop.ada.purchase(ItemPurchase.of(ORDER, "torch", 3)));
        assertThat(shop.bookings(ORDER)).hasSize(1);
        assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("97");
        assertThat(shop.simulator.requestCount("/transact")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aPurchaseInDoubtIsDecidedByAResend(OpenBehaviour open) {
        reopen(open);
        shop.simulator.failNext("/transact", Fault.COMMIT_THEN_DROP, 3);
        Mono<Receipt> decided = shop.ada
                .purchase(ItemPurchase.of(ORDER, "torch", 3))
                .onErrorResume(TransactionInDoubtException.class, doubt -> shop.ada.resend(doubt.pending()));
        block(decided);
        assertThat(shop.simulator.requestCount("/transact")).isEqualTo(4);
        assertThat(shop.bookings(ORDER)).hasSize(1);
        assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("97");
    }

    @ParameterizedTest
    @EnumSource
    void aFullInventoryAfterALostAnswerIsNoProofThatNothingHappened(OpenBehaviour open) {
        reopen(open);
        shop.simulator.failNext("/transact", Fault.COMMIT_THEN_DROP, 1);
        Mono<Receipt> twoSwords =
                shop.ada.purchase(ProductPurchase.of(ORDER, "Sword").withQuantity(2));
        StepVerifier.create(twoSwords
                        .map(receipt -> Outcome.UNKNOWN)
                        .onErrorResume(TransactionInDoubtException.class, error -> Mono.just(error.outcome())))
                .expectNext(Outcome.UNKNOWN)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(shop.bookings(ORDER)).hasSize(1);
    }

    @Test
    void overspendingIsRejectedAndBooksNothing() {
        StepVerifier.create(shop.ada.purchase(ItemPurchase.of(ORDER, "castle", 101)))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(TransactionRejectedException.class, rejected -> {
                            assertThat(rejected.failure()).isEqualTo(TransactionFailure.INSUFFICIENT_FUNDS);
                            assertThat(rejected.outcome()).isEqualTo(Outcome.NOT_DONE);
                        }))
                .verify(PATIENCE);
        assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("100");
    }

    @Test
    void aRevokedTokenIsReportedAsInvalid() {
        shop.simulator.revokeToken(shop.ada.credential().accessToken());
        StepVerifier.create(shop.ada.purchase(ItemPurchase.of(ORDER, "torch", 3).withUsername("ada")))
                .expectError(AccessTokenInvalidException.class)
                .verify(PATIENCE);
        assertThat(shop.bookings(ORDER)).isEmpty();
    }

    @Test
    void oneIdSentFiftyTimesAtOnceIsBookedOnce() {
        ItemPurchase torch = ItemPurchase.of(ORDER, "torch", 3).withUsername("ada");
        Mono<Receipt> purchase = shop.ada.purchase(torch);
        StepVerifier.create(Flux.range(0, 50).flatMap(i -> purchase, 50))
                .expectNextCount(50)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(shop.bookings(ORDER)).hasSize(1);
        assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("97");
    }

    @Test
    void callsThatAreCancelledLeaveNothingBehind() {
        Flux<Receipt> purchases = Flux.range(0, 200)
                .flatMap(
                        i -> shop.ada
                                .purchase(ItemPurchase.of(TransactionId.of("o-" + i), "match", new BigDecimal("0.1"))
                                        .withUsername("ada"))
                                .timeout(Duration.ofMillis(i % 20), Mono.empty()),
                        64);
        StepVerifier.create(purchases.then()).expectComplete().verify(PATIENCE);
        assertThat(shop.gauge("gloebit.client.in.flight")).isZero();
        nothingIsInUse();
        assertThat(shop.simulator.ledger().stream().map(entry -> entry.transactionId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCallThatIsOverHoldsNoConnection() {
        block(shop.ada.balance());
        nothingIsInUse();
        assertThat(shop.gauge("gloebit.client.pool.idle")).isEqualTo(1);
    }

    /** A connection goes back to the pool just after the answer is given. */
    private void nothingIsInUse() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (shop.gauge("gloebit.client.pool.active") + shop.gauge("gloebit.client.pool.pending") > 0
                && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        assertThat(shop.gauge("gloebit.client.pool.active")).isZero();
        assertThat(shop.gauge("gloebit.client.pool.pending")).isZero();
    }

    private void reopen(OpenBehaviour open) {
        shop.close();
        shop = new SimulatedShop(open);
    }

    private static <T> T block(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }
}
