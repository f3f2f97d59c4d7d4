package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.internal.pipeline.PipelineFixture.ACCEPTED;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.hang;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.json;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.lostAnswer;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.noConnection;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.refusedConnect;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.http.SendGate;
import com.gloebit.reactive.internal.subject.TokenRequest;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** Whether it may have happened: over attempts, over subscriptions, over cancellation. */
class DoubtTest {
    private static final String TOO_POOR =
            "{\"success\":false,\"status\":\"queued\",\"reason\":\"insufficient balance\"}";

    private final PipelineFixture fixture = new PipelineFixture();

    @AfterEach
    void close() {
        PipelineFixture.close();
    }

    static Stream<Arguments> laterFailures() {
        return Stream.of(
                arguments("connect refused", refusedConnect()),
                arguments("unknown token", json("{\"success\":false,\"reason\":\"unknown OAuth2 token\"}")),
                arguments("HTTP 400", status(400)),
                arguments("HTTP 429", status(429)),
                arguments("refused by validation", json("{\"success\":false,\"status\":\"cannot-spend\"}")),
                arguments("refused at enact", json(TOO_POOR)),
                arguments("undecided", json("{\"success\":false,\"status\":\"queued\",\"reason\":\"pending\"}")));
    }

    @ParameterizedTest(name = "then {0}")
    @MethodSource("laterFailures")
    void afterALostAnswerNoRefusalOfALaterAttemptEndsTheDoubt(String name, Function<SendGate, Mono<Answer>> later) {
        fixture.transport.then(lostAnswer()).then(2, later);
        StepVerifier.create(fixture.buy())
                .then(() -> fixture.pass(Duration.ofMinutes(1)))
                .verifyErrorSatisfies(this::assertInDoubt);
    }

    @ParameterizedTest(name = "then {0}")
    @MethodSource("laterFailures")
    void theDoubtOutlivesASubscription(String name, Function<SendGate, Mono<Answer>> later) {
        fixture.transport.then(lostAnswer()).then(3, later);
        Mono<Receipt> purchase = fixture.buy(CallLimits.DEFAULT.withAttempts(1));
        StepVerifier.create(purchase).verifyErrorSatisfies(this::assertInDoubt);
        StepVerifier.create(purchase).verifyErrorSatisfies(this::assertInDoubt);
    }

    @Test
    void aCancelledAttemptThatWasSentLeavesDoubt() {
        fixture.transport.then(hang()).then(refusedConnect());
        Mono<Receipt> purchase = fixture.buy(CallLimits.DEFAULT.withAttempts(1));
        purchase.subscribe().dispose();
        StepVerifier.create(purchase).verifyErrorSatisfies(this::assertInDoubt);
    }

    @Test
    void aSecondPurchaseOfTheSameIdBeginsInDoubt() {
        fixture.transport.then(lostAnswer()).then(json(TOO_POOR));
        CallLimits once = CallLimits.DEFAULT.withAttempts(1);

        StepVerifier.create(fixture.buy(once)).verifyErrorSatisfies(this::assertInDoubt);
        StepVerifier.create(fixture.buy(once)).verifyErrorSatisfies(error -> {
            assertInDoubt(error);
            assertThat(error.getCause()).isInstanceOfSatisfying(TransactionRejectedException.class, reason -> {
                assertThat(reason.failure()).isEqualTo(TransactionFailure.INSUFFICIENT_FUNDS);
                assertThat(reason.outcome()).isEqualTo(Outcome.UNKNOWN);
            });
        });
    }

    @Test
    void aSecondPurchaseOfAnAcceptedIdIsNeverReportedAsNotDone() {
        fixture.transport.then(json(ACCEPTED)).then(refusedConnect());
        CallLimits once = CallLimits.DEFAULT.withAttempts(1);

        StepVerifier.create(fixture.buy(once)).expectNextCount(1).verifyComplete();
        StepVerifier.create(fixture.buy(once)).verifyErrorSatisfies(this::assertInDoubt);
    }

    /** The first request says the most that can be known without holds: see {@code TransactionRejectedException}. */
    @Test
    void aFirstRequestThatIsRefusedAtEnactIsNotDone() {
        fixture.transport.then(json(TOO_POOR)).then(json(TOO_POOR));

        for (int i = 0; i < 2; i++) {
            StepVerifier.create(fixture.buy()).verifyErrorSatisfies(DoubtTest::assertNotDone);
        }
    }

    @Test
    void aCancelledAttemptThatWaitedForAConnectionLeavesNoDoubt() {
        fixture.transport.then(noConnection()).then(refusedConnect());
        Mono<Receipt> purchase = fixture.buy(CallLimits.DEFAULT.withAttempts(1));
        purchase.subscribe().dispose();
        StepVerifier.create(purchase)
                .verifyErrorSatisfies(error ->
                        assertThat(((GloebitException) error).outcome()).isEqualTo(Outcome.NOT_DONE));
    }

    @Test
    void anAcceptedPurchaseIsNeverReportedAsNotDone() {
        fixture.transport.then(json(ACCEPTED)).then(refusedConnect());
        Mono<Receipt> purchase = fixture.buy(CallLimits.DEFAULT.withAttempts(1));
        StepVerifier.create(purchase).expectNextCount(1).verifyComplete();
        StepVerifier.create(purchase).verifyErrorSatisfies(this::assertInDoubt);
    }

    /** Each row lacks one half of one condition under which a refusal ends the doubt; the first lacks none. */
    @ParameterizedTest
    @CsvSource({
        "PT30M0.001S, queued, insufficient balance, NOT_DONE",
        "PT30M,       queued, insufficient balance, UNKNOWN",
        "PT31M,       cannot-spend, '',             UNKNOWN",
        "PT31M,       none, unknown OAuth2 token,   UNKNOWN",
        "PT31M,       queued, pending,              UNKNOWN",
        "PT31M,       queued, canceled,             UNKNOWN",
        "PT31M,       failed, insufficient balance, UNKNOWN",
    })
    void onlyARefusalAtEnactOfARequestSentLongAfterTheLastUnansweredOneEndsTheDoubt(
            Duration later, String status, String reason, Outcome outcome) {
        fixture.transport
                .then(lostAnswer())
                .then(json("{\"success\":false,\"status\":\"" + status + "\",\"reason\":\"" + reason + "\"}"));
        PendingPurchase pending = lost();

        fixture.clock.advance(later);

        StepVerifier.create(fixture.resend(pending))
                .verifyErrorSatisfies(error ->
                        assertThat(((GloebitException) error).outcome()).isEqualTo(outcome));
    }

    @Test
    void aRefusalReceivedWithinTheLimitNeverEndsTheDoubtLater() {
        fixture.transport.then(lostAnswer()).then(json(TOO_POOR)).then(status(400));
        PendingPurchase pending = lost();
        StepVerifier.create(fixture.resend(pending)).verifyErrorSatisfies(this::assertInDoubt);

        fixture.clock.advance(PipelineFixture.LATE_REQUEST_LIMIT.plusMinutes(1));

        StepVerifier.create(fixture.resend(pending)).verifyErrorSatisfies(this::assertInDoubt);
    }

    @Test
    void anUnansweredResendStartsTheLimitAnew() {
        fixture.transport.then(lostAnswer()).then(lostAnswer()).then(2, json(TOO_POOR));
        PendingPurchase pending = lost();
        fixture.clock.advance(Duration.ofMinutes(20));
        StepVerifier.create(fixture.resend(pending)).verifyErrorSatisfies(this::assertInDoubt);
        fixture.clock.advance(Duration.ofMinutes(20));

        StepVerifier.create(fixture.resend(pending)).verifyErrorSatisfies(this::assertInDoubt);
        fixture.clock.advance(Duration.ofMinutes(11));
        StepVerifier.create(fixture.resend(pending)).verifyErrorSatisfies(DoubtTest::assertNotDone);
    }

    @Test
    void aRefusalThatIsAnsweredAfterTheLimitToARequestSentBeforeItEndsNoDoubt() {
        fixture.transport
                .then(lostAnswer())
                .then(gate ->
                        json(TOO_POOR).apply(gate).doOnSubscribe(sent -> fixture.clock.advance(Duration.ofMinutes(2))));
        PendingPurchase pending = lost();
        fixture.clock.advance(Duration.ofMinutes(29));

        StepVerifier.create(fixture.resend(pending)).verifyErrorSatisfies(this::assertInDoubt);
    }

    /** The application stored it so before it resent it. */
    @Test
    void aResendThatTheProcessDidNotSurviveStartsTheLimitAnew() {
        fixture.transport.then(lostAnswer());
        PendingPurchase stored =
                PendingPurchase.decode(lost().withUnansweredAt(null).encode());
        PipelineFixture restarted = new PipelineFixture();
        restarted.clock.advance(Duration.ofMinutes(31).plusSeconds(1));
        restarted.transport.then(json(TOO_POOR));

        StepVerifier.create(restarted.resend(stored)).verifyErrorSatisfies(this::assertInDoubt);
    }

    @Test
    void theLimitSurvivesARestartWithTheStoredPurchase() {
        fixture.transport.then(lostAnswer()).then(2, json(TOO_POOR));
        PendingPurchase stored = PendingPurchase.decode(lost().encode());
        PipelineFixture restarted = new PipelineFixture();
        restarted.transport.then(2, json(TOO_POOR));

        restarted.clock.advance(Duration.ofMinutes(29));
        StepVerifier.create(restarted.resend(stored)).verifyErrorSatisfies(this::assertInDoubt);
        restarted.clock.advance(Duration.ofMinutes(2));
        StepVerifier.create(restarted.resend(stored)).verifyErrorSatisfies(DoubtTest::assertNotDone);
    }

    private PendingPurchase lost() {
        AtomicReference<PendingPurchase> pending = new AtomicReference<>();
        StepVerifier.create(fixture.buy(CallLimits.DEFAULT.withAttempts(1))).verifyErrorSatisfies(error -> {
            assertInDoubt(error);
            pending.set(((TransactionInDoubtException) error).pending());
        });
        return Objects.requireNonNull(pending.get());
    }

    /** The second attempt's answer would settle the doubt, had the first not been accepted meanwhile. */
    @Test
    void anAcceptanceThatComesTooLateIsNotForgotten() {
        TestPublisher<Answer> late = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
        byte[] accepted = PipelineFixture.ACCEPTED.getBytes(StandardCharsets.UTF_8);
        fixture.transport
                .then(gate -> gate.pass() ? Mono.from(late.flux()) : Mono.error(new AssertionError("not open")))
                .then(json("{\"success\":false,\"status\":\"queued\",\"reason\":\"insufficient balance\"}"));
        StepVerifier.create(fixture.buy())
                .then(() -> fixture.pass(CallLimits.DEFAULT.attemptTimeout()))
                .then(() -> late.next(new Answer(200, null, accepted, accepted.length)))
                .then(() -> fixture.pass(Duration.ofMinutes(1)))
                .verifyErrorSatisfies(error ->
                        assertThat(((GloebitException) error).outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void attemptsThatWereNeverSentLeaveNoDoubt() {
        fixture.transport.then(refusedConnect()).then(status(429)).then(refusedConnect());
        StepVerifier.create(fixture.buy())
                .then(() -> fixture.pass(Duration.ofMinutes(1)))
                .verifyErrorSatisfies(error ->
                        assertThat(((GloebitException) error).outcome()).isEqualTo(Outcome.NOT_DONE));
    }

    @Test
    void aReadIsNeverInDoubt() {
        fixture.transport.then(3, lostAnswer());
        StepVerifier.create(fixture.balance(CallLimits.DEFAULT))
                .then(() -> fixture.pass(Duration.ofMinutes(1)))
                .verifyErrorSatisfies(error ->
                        assertThat(((GloebitException) error).outcome()).isEqualTo(Outcome.NOT_DONE));
    }

    @Test
    void anOperationThatCountsTwiceIsNotSentTwice() {
        fixture.transport.then(lostAnswer());
        StepVerifier.create(fixture.consume())
                .verifyErrorSatisfies(error ->
                        assertThat(((GloebitException) error).outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(fixture.transport.attempts()).isEqualTo(1);
    }

    @Test
    void aCodeWhoseAnswerWasLostIsNotShownAgain() {
        fixture.transport.then(lostAnswer());
        TokenRequest request = new TokenRequest(
                ClientSecrets.of("key", "secret"), "code", Set.of(Scope.USER), URI.create("https://game.example/back"));
        StepVerifier.create(fixture.run(Endpoints.ACCESS_TOKEN, request, CallLimits.DEFAULT))
                .verifyErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(AuthorizationFailedException.class);
                    assertThat(((GloebitException) error).outcome()).isEqualTo(Outcome.UNKNOWN);
                });
        assertThat(fixture.transport.attempts()).isEqualTo(1);
    }

    private static void assertNotDone(Throwable error) {
        assertThat(((GloebitException) error).outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    private void assertInDoubt(Throwable error) {
        assertThat(error).isInstanceOf(TransactionInDoubtException.class);
        TransactionInDoubtException inDoubt = (TransactionInDoubtException) error;
        assertThat(inDoubt.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(inDoubt.pending().transactionId()).isEqualTo(PipelineFixture.ID);
        assertThat(inDoubt.transactionId()).isEqualTo(PipelineFixture.ID);
        assertThat(inDoubt.pending().unansweredAt()).isNotNull();
    }
}
