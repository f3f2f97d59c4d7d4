package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ScopeMissingException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import com.gloebit.reactive.wire.support.SampleCall;
import com.gloebit.reactive.wire.support.SettableClock;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** Sending again: by the same {@code Mono}, and by what the failure carries, after a restart too. */
class ResendTest {
    private static final Interaction LOST = SampleCall.PURCHASE.request().answers(Answers.lost());
    private static final Interaction ACCEPTED = SampleCall.PURCHASE.answered();

    private static final ItemPurchase NAMELESS =
            ItemPurchase.of(Given.TORCHES.transactionId(), "torch", 3).withQuantity(2);

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @Test
    void aResentPendingPurchaseIsByteIdentical() {
        gloebit.expect(LOST, ACCEPTED);

        Receipt receipt = gloebit.ada().resend(lost()).block(Given.PATIENCE);

        assertThat(receipt).isNotNull().extracting(Receipt::state).isEqualTo(ReceiptState.HELD);
        assertThat(gloebit.bodies().get(1)).isEqualTo(gloebit.bodies().get(0));
    }

    @Test
    void aResentStoredPurchaseIsByteIdentical() {
        gloebit.expect(LOST, ACCEPTED);
        PendingPurchase lost = lost();
        PendingPurchase restored = PendingPurchase.decode(lost.encode());

        assertThat(restored).isEqualTo(lost);
        assertThat(restored.unansweredAt()).isNotNull().isEqualTo(lost.unansweredAt());
        assertThat(gloebit.ada().resend(restored).block(Given.PATIENCE)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"PT10M, UNKNOWN", "PT10M0.001S, NOT_DONE"})
    void tooFewGloebitsAfterTheLimitEndTheDoubtOfAResend(Duration age, Outcome outcome) {
        gloebit.expect(LOST, SampleCall.PURCHASE.request().answers(Answers.refused("insufficient balance")));
        GloebitClient client = gloebit.client(settings -> settings.lateRequestLimit(Duration.ofMinutes(10)));
        PendingPurchase old = lost().withUnansweredAt(Given.CLOCK.instant().minus(age));

        assertThat(Failures.of(client.withCredential(Given.CREDENTIAL).resend(old))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aSecondSubscriptionAtAnotherTimeIsByteIdentical() {
        gloebit.expect(2, ACCEPTED);
        SettableClock clock = new SettableClock();
        Mono<Receipt> purchase = gloebit.client(settings -> settings.clock(clock))
                .withCredential(Given.CREDENTIAL)
                .purchase(Given.TORCHES);

        assertThat(purchase.block(Given.PATIENCE)).isNotNull();
        clock.advance(Duration.ofHours(1));
        assertThat(purchase.block(Given.PATIENCE)).isNotNull();

        assertThat(gloebit.bodies()).hasSize(2).containsOnly(gloebit.bodies().get(0));
    }

    @Test
    void twoConcurrentSubscriptionsAreByteIdentical() {
        gloebit.expect(2, ACCEPTED);
        Mono<Receipt> purchase = gloebit.ada().purchase(Given.TORCHES);

        assertThat(Mono.zip(purchase, purchase).block(Given.PATIENCE)).isNotNull();
    }

    @Test
    void aRetryOfTheCallerIsByteIdentical() {
        gloebit.expect(LOST, ACCEPTED);

        assertThat(once().purchase(Given.TORCHES).retry(1).block(Given.PATIENCE))
                .isNotNull();
    }

    @Test
    void aRetryOfTheCallerStaysInDoubtIfItIsRefused() {
        gloebit.expect(LOST, SampleCall.PURCHASE.request().answers(Answers.status(400)));

        TransactionInDoubtException told =
                Failures.of(once().purchase(Given.TORCHES).retry(1), TransactionInDoubtException.class);

        assertThat(told.details().httpStatus()).isEqualTo(400);
    }

    @Test
    void aRetryOfTheCallerStaysInDoubtIfTheBreakerOpensInBetween() {
        gloebit.expect(LOST);
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
        Mono<Receipt> purchase = gloebit.client(settings -> settings.circuitBreakerRegistry(breakers))
                .withCredential(Given.CREDENTIAL)
                .withLimits(CallLimits.DEFAULT.withAttempts(1))
                .purchase(Given.TORCHES);
        Failures.of(purchase, TransactionInDoubtException.class);
        breakers.circuitBreaker("gloebit-custom-transaction").transitionToOpenState();

        TransactionInDoubtException told = Failures.of(purchase, TransactionInDoubtException.class);

        assertThat(told.getCause())
                .isInstanceOfSatisfying(
                        CallBlockedException.class,
                        blocked -> assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.CIRCUIT_BREAKER));
    }

    @Test
    void aLocallyRefusedResendStaysInDoubt() {
        gloebit.expect(LOST);
        PendingPurchase lost = lost();
        AuthorizedUser shortOfScope =
                gloebit.client().withCredential(Credential.of(Given.TOKEN, null, null, Set.of(Scope.BALANCE)));

        TransactionInDoubtException told = Failures.of(shortOfScope.resend(lost), TransactionInDoubtException.class);

        assertThat(told.getCause()).isInstanceOf(ScopeMissingException.class);
        assertThat(told.pending()).isEqualTo(lost);
    }

    @Test
    void aResendThatFailsValidationStaysInDoubt() {
        gloebit.expect(LOST, SampleCall.PURCHASE.request().answers(Answers.refused("unknown user")));

        TransactionInDoubtException told = Failures.of(gloebit.ada().resend(lost()), TransactionInDoubtException.class);

        assertThat(told.getCause()).isInstanceOf(TransactionRejectedException.class);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aResendDoesNotLookTheNameUpAgain() {
        ExpectedRequest transact = ExpectedRequest.postJson(
                "/transact", SampleCall.PURCHASE.request().body().replace("ada.lovelace", "Ada"));
        gloebit.expect(
                ExpectedRequest.get("/user").answers("{\"success\":true,\"id\":\"u-1\",\"name\":\"Ada\"}"),
                transact.answers(Answers.lost()),
                transact.answers("{\"success\":true,\"id\":\"order-1\"}"));

        assertThat(once().purchase(NAMELESS).retry(1).block(Given.PATIENCE)).isNotNull();
    }

    /** It happened, whatever is answered to another who asks again. */
    @Test
    void aMonoThatWasAcceptedIsNeverReportedAsNotDone() {
        gloebit.expect(
                LOST,
                ACCEPTED,
                SampleCall.PURCHASE
                        .request()
                        .answers("{\"success\":false,\"status\":\"queued\",\"reason\":\"insufficient balance\"}"));
        Mono<Receipt> again = gloebit.ada().resend(lost());

        assertThat(again.block(Given.PATIENCE)).isNotNull();
        assertThat(Failures.of(again).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    /** It may have been bought again since it was said not to have happened. */
    @Test
    void aMonoInDoubtIsInDoubtAtEachSubscription() {
        gloebit.expect(
                LOST,
                SampleCall.PURCHASE
                        .request()
                        .answers("{\"success\":false,\"status\":\"queued\",\"reason\":\"insufficient balance\"}"));
        SettableClock clock = new SettableClock();
        GloebitClient client = gloebit.client(settings -> settings.clock(clock));
        PendingPurchase pending = lost().withUnansweredAt(clock.instant());
        clock.advance(Duration.ofMinutes(31));
        Mono<Receipt> again = client.withCredential(Given.CREDENTIAL).resend(pending);

        assertThat(Failures.of(again).outcome()).isEqualTo(Outcome.NOT_DONE);
        client.dispose();
        assertThat(Failures.of(again).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private AuthorizedUser once() {
        return gloebit.ada().withLimits(CallLimits.DEFAULT.withAttempts(1));
    }

    private PendingPurchase lost() {
        return Failures.of(once().purchase(Given.TORCHES), TransactionInDoubtException.class)
                .pending();
    }
}
