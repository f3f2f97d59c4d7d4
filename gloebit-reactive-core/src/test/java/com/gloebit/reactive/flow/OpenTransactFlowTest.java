package com.gloebit.reactive.flow;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.flow.support.Waiting.failure;
import static com.gloebit.simulator.OpenBehaviour.FIRST_TRANSACT_VERSION_ANSWERS_BARE;
import static com.gloebit.simulator.OpenBehaviour.FIRST_TRANSACT_VERSION_REFUSES_LATER_MEMBERS;
import static com.gloebit.simulator.OpenBehaviour.INSUFFICIENT_BALANCE_QUEUES;
import static com.gloebit.simulator.OpenBehaviour.KNOWN_TRANSACTION_ANSWERS_SUCCESS;
import static com.gloebit.simulator.OpenBehaviour.PRODUCT_LIMIT_CANCELS;
import static com.gloebit.simulator.OpenBehaviour.REFUSED_TRANSACTION_QUEUES_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import com.gloebit.simulator.OpenBehaviour;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** What purchases may answer where nothing published says it: every combination of the six switches. */
class OpenTransactFlowTest {
    private static final TransactionId ORDER = TransactionId.of("order-1");

    static Stream<Set<OpenBehaviour>> readings() {
        OpenBehaviour[] switches = {
            INSUFFICIENT_BALANCE_QUEUES,
            REFUSED_TRANSACTION_QUEUES_AGAIN,
            PRODUCT_LIMIT_CANCELS,
            KNOWN_TRANSACTION_ANSWERS_SUCCESS,
            FIRST_TRANSACT_VERSION_ANSWERS_BARE,
            FIRST_TRANSACT_VERSION_REFUSES_LATER_MEMBERS
        };
        return IntStream.range(0, 1 << switches.length).mapToObj(bits -> {
            Set<OpenBehaviour> open = EnumSet.noneOf(OpenBehaviour.class);
            IntStream.range(0, switches.length)
                    .filter(i -> (bits >> i & 1) == 1)
                    .forEach(i -> open.add(switches[i]));
            return open;
        });
    }

    @ParameterizedTest
    @MethodSource("readings")
    void afterATopUpTheSameIdIsChargedOnce(Set<OpenBehaviour> open) {
        try (SimulatedShop shop = new SimulatedShop(open)) {
            ItemPurchase castle = ItemPurchase.of(ORDER, "castle", 120).withUsername("ada");
            Mono<Receipt> purchase = shop.ada.purchase(castle);
            TransactionRejectedException rejected = failure(TransactionRejectedException.class, purchase);
            assertThat(rejected.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(rejected.transactionId()).isEqualTo(ORDER);
            assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("100");

            shop.simulator.deposit("ada", new BigDecimal("50"));
            Receipt receipt = block(purchase);

            assertThat(receipt.balance()).isEqualByComparingTo("30");
            bookedOnce(shop, "30");
            assertThat(shop.everything()).isEqualByComparingTo("150");
        }
    }

    /** By another process, maybe: all that it knows is what is bought, and the id. */
    @ParameterizedTest
    @MethodSource("readings")
    void afterATopUpOnAnotherDayTheSameIdIsChargedOnce(Set<OpenBehaviour> open) {
        try (SimulatedShop shop = new SimulatedShop(open)) {
            ItemPurchase castle = ItemPurchase.of(ORDER, "castle", 120).withUsername("ada");
            failure(TransactionRejectedException.class, shop.ada.purchase(castle));
            shop.simulator.deposit("ada", new BigDecimal("50"));

            Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
            block(shop.another(client -> client.clock(tomorrow))
                    .withCredential(shop.ada.credential())
                    .purchase(castle));

            bookedOnce(shop, "30");
        }
    }

    /** The answer of the second version is O's, with or without the switches. */
    @ParameterizedTest
    @MethodSource("readings")
    void tooFewGloebitsAreReportedAsInsufficientBalance(Set<OpenBehaviour> open) {
        try (SimulatedShop shop = new SimulatedShop(open)) {
            ItemPurchase castle = ItemPurchase.of(ORDER, "castle", 101).withUsername("ada");

            assertThat(failure(
                                    TransactionRejectedException.class,
                                    secondVersion(shop).purchase(castle))
                            .failure())
                    .isEqualTo(TransactionFailure.INSUFFICIENT_FUNDS);
        }
    }

    /** Queued and cancelled is no refusal: only a callback could tell that it is the last word. */
    @ParameterizedTest
    @MethodSource("readings")
    void aProductOverItsLimitIsRefusedOrInDoubtAndNeverPaid(Set<OpenBehaviour> open) {
        try (SimulatedShop shop = new SimulatedShop(open)) {
            GloebitException failure = failure(
                    GloebitException.class,
                    shop.ada.purchase(
                            ProductPurchase.of(ORDER, "Sword").withQuantity(3).withUsername("ada")));

            assertThat(failure)
                    .isInstanceOf(
                            open.contains(PRODUCT_LIMIT_CANCELS)
                                    ? TransactionInDoubtException.class
                                    : TransactionRejectedException.class);
            assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("100");
            assertThat(shop.simulator.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void thePurchaseSentTwiceIsAcceptedTwiceAndChargedOnce(Set<OpenBehaviour> open) {
        try (SimulatedShop shop = new SimulatedShop(open)) {
            Mono<Receipt> purchase =
                    shop.ada.purchase(ItemPurchase.of(ORDER, "torch", 3).withUsername("ada"));
            boolean bare = open.contains(FIRST_TRANSACT_VERSION_ANSWERS_BARE);
            ReceiptState first = bare ? ReceiptState.QUEUED : ReceiptState.HELD;

            Receipt receipt = block(purchase);
            assertThat(receipt.state()).isEqualTo(first);
            assertThat(receipt.reason()).isEqualTo(bare ? null : "success");
            assertThat(receipt.status()).isEqualTo(bare ? null : "queued");
            Receipt again = block(purchase);
            assertThat(again.state())
                    .isEqualTo(open.contains(KNOWN_TRANSACTION_ANSWERS_SUCCESS) ? first : ReceiptState.QUEUED);

            assertThat(again.balance()).isEqualByComparingTo("97");
            bookedOnce(shop, "97");
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void theSecondVersionAndPaymentsToUsersReportHeldReceipts(Set<OpenBehaviour> open) {
        try (SimulatedShop shop = new SimulatedShop(open)) {
            Payee bob = Payee.byGloebitId(
                    "bob", "player-2", shop.simulator.accountId("bob").toString());
            UserPayment payment = UserPayment.of(TransactionId.of("order-2"), "painting", BigDecimal.ONE, bob);

            assertThat(block(secondVersion(shop).purchase(ItemPurchase.of(ORDER, "torch", 3)))
                            .state())
                    .isEqualTo(ReceiptState.HELD);
            assertThat(block(shop.ada.purchase(payment)).state()).isEqualTo(ReceiptState.HELD);
            bookedOnce(shop, "96");
        }
    }

    private static AuthorizedUser secondVersion(SimulatedShop shop) {
        return shop.another(client -> client.transactVersion(TransactVersion.V2))
                .withCredential(shop.ada.credential());
    }

    private static void bookedOnce(SimulatedShop shop, String balance) {
        assertThat(shop.bookings(ORDER)).hasSize(1);
        assertThat(shop.simulator.balance("ada")).isEqualByComparingTo(balance);
        assertThat(shop.simulator.violations()).isEmpty();
    }
}
