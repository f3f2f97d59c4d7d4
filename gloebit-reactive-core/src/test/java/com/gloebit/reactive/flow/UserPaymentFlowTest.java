package com.gloebit.reactive.flow;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.flow.support.Waiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import com.gloebit.simulator.Fault;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ada pays Bob, and something goes wrong. */
class UserPaymentFlowTest {
    private static final String PATH = "/transact-u2u";
    private static final TransactionId ORDER = TransactionId.of("order-1");

    private final SimulatedShop shop = new SimulatedShop();
    private final UserPayment payment = to(
            Payee.byGloebitId("bob", "player-2", shop.simulator.accountId("bob").toString()));

    @AfterEach
    void noViolationAndNothingLost() {
        assertThat(shop.simulator.violations()).isEmpty();
        assertThat(shop.everything()).isEqualByComparingTo("100");
        shop.close();
    }

    static Stream<Fault> faultsThatPass() {
        return Stream.of(
                Fault.COMMIT_THEN_DROP,
                Fault.DROP_UNREAD,
                Fault.RACED,
                Fault.RACED.withProcessing(),
                Fault.QUEUING_FAILED,
                Fault.QUEUING_FAILED.withProcessing(),
                Fault.GARBLED.withProcessing(),
                Fault.status(503).withProcessing());
    }

    @ParameterizedTest
    @MethodSource("faultsThatPass")
    void aTemporaryFaultIsSurvivedAndBobIsPaidOnce(Fault fault) {
        shop.simulator.failNext(PATH, fault, 2);

        assertThat(block(shop.ada.purchase(payment)).balance()).isEqualByComparingTo("90");

        assertThat(shop.simulator.requestCount(PATH)).isEqualTo(3);
        bobIsPaidOnce();
    }

    @Test
    void aPaymentInDoubtIsDecidedByAResend() {
        shop.simulator.failNext(PATH, Fault.COMMIT_THEN_DROP, 3);
        TransactionInDoubtException doubt = failure(TransactionInDoubtException.class, shop.ada.purchase(payment));
        assertThat(doubt.outcome()).isEqualTo(Outcome.UNKNOWN);

        block(shop.ada.resend(doubt.pending()));

        assertThat(shop.simulator.requestCount(PATH)).isEqualTo(4);
        bobIsPaidOnce();
    }

    @Test
    void aPayeeThatCannotReceiveIsReported() {
        shop.simulator.lockReceiving("bob", true);

        rejected(payment, TransactionFailure.PAYEE_CANNOT_RECEIVE);
    }

    @Test
    void aLockedPayerIsReported() {
        shop.simulator.lockAccount("ada", true);

        rejected(payment, TransactionFailure.PAYER_LOCKED);
    }

    @Test
    void anUnknownPayeeIsReported() {
        rejected(to(Payee.byEmail("bob", "player-2", "bob@nowhere.example")), TransactionFailure.PAYEE_UNIDENTIFIED);
    }

    private static UserPayment to(Payee payee) {
        return UserPayment.of(ORDER, "painting", BigDecimal.TEN, payee).withUsername("ada");
    }

    private void bobIsPaidOnce() {
        assertThat(shop.bookings(ORDER)).hasSize(1);
        assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("90");
        assertThat(shop.simulator.balance("bob")).isEqualByComparingTo("9.8");
    }

    private void rejected(UserPayment payment, TransactionFailure why) {
        TransactionRejectedException rejected = failure(TransactionRejectedException.class, shop.ada.purchase(payment));

        assertThat(rejected.failure()).isEqualTo(why);
        assertThat(rejected.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(shop.simulator.requestCount(PATH)).isEqualTo(1);
        assertThat(shop.simulator.ledger()).isEmpty();
    }
}
