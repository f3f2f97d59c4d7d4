package com.gloebit.reactive.wire;

import static com.gloebit.reactive.transaction.TransactionFailure.INSUFFICIENT_FUNDS;
import static com.gloebit.reactive.transaction.TransactionFailure.PAYEE_CANNOT_RECEIVE;
import static com.gloebit.reactive.transaction.TransactionFailure.PAYEE_UNIDENTIFIED;
import static com.gloebit.reactive.transaction.TransactionFailure.PAYER_LOCKED;
import static com.gloebit.reactive.transaction.TransactionFailure.REQUEST_REFUSED;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_DECLINED;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_ID_MISSING;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_NOT_AUTHORIZED;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_NOT_FOUND;
import static com.gloebit.reactive.transaction.TransactionFailure.SUBSCRIPTION_PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.RejectionStage;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import com.gloebit.reactive.wire.support.SampleCall;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's table of answers to a purchase, row by row. */
class TransactAnswersTest {
    private static final String ADVICE = "Transaction with automated-transaction=True is missing subscription-id";

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @CsvSource({
        "'\"reason\":\"success\",\"status\":\"queued\"', HELD",
        "'\"reason\":\"success\",\"status\":\"else\"', HELD",
        "'\"reason\":\"success\"', HELD",
        "'\"reason\":\"resubmitted\",\"status\":\"queued\"', QUEUED",
        "'\"reason\":\"resubmitted\"', QUEUED",
        "'\"reason\":\"free-text-of-the-server\",\"status\":\"queued\"', QUEUED",
        "'\"status\":\"queued\"', QUEUED",
        "'\"status\":\"new-status\"', QUEUED"
    })
    void anAcceptanceGivesAReceipt(String members, ReceiptState state) {
        gloebit.expect(SampleCall.PURCHASE.request().answers("{\"success\":true,\"id\":\"order-1\"," + members + "}"));

        Receipt receipt = gloebit.ada().purchase(Given.TORCHES).block(Given.PATIENCE);

        assertThat(receipt).isNotNull().extracting(Receipt::state).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource
    void aRejectionFailsAsTheTableSays(String members, TransactionFailure failure, RejectionStage stage, int code) {
        gloebit.expect(refusal(members));

        TransactionRejectedException told =
                Failures.of(gloebit.ada().purchase(Given.TORCHES), TransactionRejectedException.class);

        assertThat(told.failure()).isEqualTo(failure);
        assertThat(told.stage()).isEqualTo(stage);
        assertThat(told.failure().code()).isEqualTo(code);
        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(told.transactionId()).isEqualTo(Given.TORCHES.transactionId());
        assertThat(told.details().attempts()).isEqualTo(1);
    }

    static Stream<Arguments> aRejectionFailsAsTheTableSays() {
        return Stream.of(
                enact("\"status\":\"queued\",\"reason\":\"insufficient balance\"", INSUFFICIENT_FUNDS, 601),
                enact("\"reason\":\"insufficient balance\"", INSUFFICIENT_FUNDS, 601),
                validate("\"status\":\"cannot-spend\"", PAYER_LOCKED, 441),
                validate("\"status\":\"cannot-spend\",\"reason\":\"free-text-of-the-server\"", PAYER_LOCKED, 441),
                validate("\"status\":\"cannot-receive\"", PAYEE_CANNOT_RECEIVE, 452),
                validate("\"status\":\"unknown-merchant\"", PAYEE_UNIDENTIFIED, 451),
                validate(
                        "\"reason\":\"no seller-email-address or seller-id-from-gloebit here\"",
                        PAYEE_UNIDENTIFIED,
                        451),
                validate("\"reason\":\"" + ADVICE + "\"", SUBSCRIPTION_ID_MISSING, 411),
                validate(
                        "\"status\":\"unknown-subscription\",\"subscription-id\":\"s-1\"", SUBSCRIPTION_NOT_FOUND, 461),
                validate("\"status\":\"unknown-subscription-authorization\"", SUBSCRIPTION_NOT_AUTHORIZED, 471),
                validate("\"status\":\"subscription-authorization-pending\"", SUBSCRIPTION_PENDING, 472),
                validate("\"status\":\"subscription-authorization-declined\"", SUBSCRIPTION_DECLINED, 473),
                validate("\"status\":\"free-text-of-the-server\"", REQUEST_REFUSED, 400),
                validate("\"reason\":\"free-text-of-the-server\"", REQUEST_REFUSED, 400),
                validate("\"reason\":\"unknown consumer\"", REQUEST_REFUSED, 400));
    }

    private static Arguments validate(String members, TransactionFailure failure, int code) {
        return arguments(members, failure, RejectionStage.VALIDATE, code);
    }

    private static Arguments enact(String members, TransactionFailure failure, int code) {
        return arguments(members, failure, RejectionStage.ENACT, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"queuing-failed\"",
                "\"status\":\"queuing-failed\",\"reason\":\"free-text-of-the-server\"",
                "\"status\":\"failed\"",
                "\"status\":\"failed\",\"reason\":\"transaction already created\"",
                "\"reason\":\"transaction already created\""
            })
    void anOpenAnswerIsRetriedWithTheSameBytes(String members) {
        gloebit.expect(3, refusal(members));

        TransactionInDoubtException told = inDoubt();

        assertThat(gloebit.requests()).isEqualTo(3);
        assertThat(told.details().attempts()).isEqualTo(3);
    }

    @Test
    void theAnswerToTheSecondAttemptCounts() {
        gloebit.expect(refusal("\"status\":\"failed\""), SampleCall.PURCHASE.answered());

        assertThat(gloebit.ada().purchase(Given.TORCHES).map(Receipt::state).block(Given.PATIENCE))
                .isEqualTo(ReceiptState.HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "canceled", "free-text-of-the-server"})
    void anUndecidedAnswerIsNotRetried(String reason) {
        gloebit.expect(refusal("\"status\":\"queued\",\"reason\":\"" + reason + "\""));

        TransactionInDoubtException told = inDoubt();

        assertThat(told.details().reason()).isEqualTo(reason);
        assertThat(told.details().status()).isEqualTo("queued");
        assertThat(gloebit.requests()).isEqualTo(1);
    }

    /** The first version of the endpoint may say it without a status. */
    @ParameterizedTest
    @ValueSource(strings = {"pending", "canceled"})
    void anUndecidedAnswerWithoutAStatusIsInDoubtToo(String reason) {
        gloebit.expect(refusal("\"reason\":\"" + reason + "\""));

        assertThat(inDoubt().details().reason()).isEqualTo(reason);
        assertThat(gloebit.requests()).isEqualTo(1);
    }

    @Test
    void aQueuedAnswerWithoutAReasonIsNotRetried() {
        gloebit.expect(refusal("\"status\":\"queued\""));

        assertThat(inDoubt().details().attempts()).isEqualTo(1);
    }

    /** What a refusal says about the id or a balance is not valid. */
    @Test
    void furtherMembersOfARefusalDoNotChangeIt() {
        gloebit.expect(
                refusal("\"status\":\"cannot-spend\",\"id\":\"order-99\",\"balance\":\"?\",\"product-count\":{}"));

        TransactionRejectedException told =
                Failures.of(gloebit.ada().purchase(Given.TORCHES), TransactionRejectedException.class);

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    private TransactionInDoubtException inDoubt() {
        TransactionInDoubtException told =
                Failures.of(gloebit.ada().purchase(Given.TORCHES), TransactionInDoubtException.class);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(told.pending().body())
                .asString()
                .isEqualTo(SampleCall.PURCHASE.request().body());
        return told;
    }

    private static Interaction refusal(String members) {
        return SampleCall.PURCHASE.request().answers("{\"success\":false," + members + "}");
    }
}
