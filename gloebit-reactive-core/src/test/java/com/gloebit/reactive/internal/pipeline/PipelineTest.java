package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.internal.pipeline.PipelineFixture.ACCEPTED;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.hang;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.json;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.lostAnswer;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.noConnection;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.refusedConnect;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.UnexpectedStatusException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ResilienceSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;
import reactor.util.context.Context;

/** What every call goes through, in virtual time. */
class PipelineTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @AfterEach
    void close() {
        PipelineFixture.close();
    }

    @Test
    void aHangIsCutOffByTheAttemptTimeoutAndTriedAgain() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(hang()).then(json("{\"success\":true,\"balance\":7}"));
        StepVerifier.create(fixture.balance(CallLimits.DEFAULT))
                .then(() -> fixture.pass(Duration.ofSeconds(16)))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(fixture.transport.attempts()).isEqualTo(2);
    }

    @Test
    void noAttemptOutlivesTheDeadlineAndNoneBeginsAfterIt() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(hang());
        StepVerifier.create(fixture.buy(CallLimits.DEFAULT.withDeadline(Duration.ofSeconds(4))))
                .then(() -> fixture.pass(Duration.ofMillis(3_999)))
                .then(() -> assertThat(fixture.pipeline.inFlightCount()).isEqualTo(1))
                .then(() -> fixture.pass(Duration.ofMillis(1)))
                .verifyError(TransactionInDoubtException.class);
        assertThat(fixture.transport.attempts()).isEqualTo(1);
    }

    @Test
    void hangsOpenTheBreakerEvenWhenTheDeadlineIsShorterThanTheAttemptTimeout() {
        PipelineFixture fixture = new PipelineFixture(small(10));
        fixture.transport.then(5, hang());
        CallLimits hurried = CallLimits.DEFAULT.withDeadline(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) {
            StepVerifier.create(fixture.balance(hurried))
                    .then(() -> fixture.pass(A_MINUTE))
                    .verifyError(ServiceUnreachableException.class);
        }
        StepVerifier.create(fixture.balance(hurried))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                CallBlockedException.class,
                                blocked -> assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.CIRCUIT_BREAKER)));
        assertThat(fixture.transport.attempts()).isEqualTo(5);
    }

    @Test
    void refusalsNeverOpenTheBreakerAndCountAsSuccesses() {
        PipelineFixture fixture = new PipelineFixture(small(10));
        fixture.transport.then(20, json("{\"success\":false,\"status\":\"cannot-spend\"}"));
        for (int i = 0; i < 20; i++) {
            StepVerifier.create(fixture.buy()).verifyError(GloebitException.class);
        }
        CircuitBreaker breaker = fixture.breakers.circuitBreaker("gloebit-test-transaction");
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(breaker.getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(10);
    }

    @Test
    void aDeclinedAttemptIsIgnoredByTheBreaker() {
        PipelineFixture fixture = new PipelineFixture(small(10));
        fixture.transport.then(3, status(429));
        StepVerifier.create(fixture.buy())
                .then(() -> fixture.pass(A_MINUTE))
                .verifyErrorSatisfies(error -> assertOutcome(error, Outcome.NOT_DONE, UnexpectedStatusException.class));
        CircuitBreaker breaker = fixture.breakers.circuitBreaker("gloebit-test-transaction");
        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void aCallThatWaitsForAConnectionTooLongWasNotSent() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(noConnection());
        StepVerifier.create(fixture.buy(CallLimits.DEFAULT.withAttempts(1)))
                .then(() -> fixture.pass(Duration.ofSeconds(10)))
                .verifyErrorSatisfies(
                        error -> assertOutcome(error, Outcome.NOT_DONE, ServiceUnreachableException.class));
        assertThat(fixture.transport.gates.get(0).pass())
                .as("what was given up must not be sent behind the caller's back")
                .isFalse();
    }

    @Test
    void everyAttemptSendsTheSameBytes() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(lostAnswer()).then(status(503)).then(json(ACCEPTED));
        StepVerifier.create(fixture.buy())
                .then(() -> fixture.pass(A_MINUTE))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(fixture.transport.bodies).hasSize(3).allMatch(body -> body == fixture.transport.bodies.get(0));
    }

    @Test
    void attemptsAreCountedForEachSubscription() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(6, refusedConnect());
        Mono<?> call = fixture.balance(CallLimits.DEFAULT);
        for (int i = 0; i < 2; i++) {
            StepVerifier.create(call).then(() -> fixture.pass(A_MINUTE)).verifyError(ServiceUnreachableException.class);
        }
        assertThat(fixture.transport.attempts()).isEqualTo(6);
    }

    @Test
    void aCallMayHaveItsOwnNumberOfAttempts() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(5, refusedConnect());
        StepVerifier.create(fixture.balance(CallLimits.DEFAULT.withAttempts(5)))
                .then(() -> fixture.pass(A_MINUTE))
                .verifyError(ServiceUnreachableException.class);
        assertThat(fixture.transport.attempts()).isEqualTo(5);
    }

    @Test
    void retryAfterIsHonouredWithinTheDeadline() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(status(503, Duration.ofSeconds(20))).then(json(ACCEPTED));
        StepVerifier.create(fixture.buy())
                .then(() -> fixture.pass(Duration.ofMillis(19_999)))
                .then(() -> assertThat(fixture.transport.attempts()).isEqualTo(1))
                .then(() -> fixture.pass(Duration.ofMillis(1)))
                .expectNextCount(1)
                .verifyComplete();
    }

    /** A wait that ends with the deadline would leave the attempt no time. */
    @Test
    void aRetryAfterThatEndsWithTheDeadlineFailsAtOnce() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(status(503, CallLimits.DEFAULT.deadline()));
        StepVerifier.create(fixture.buy()).verifyError(GloebitException.class);
        assertThat(fixture.pipeline.retryBudgetLeft()).isEqualTo(ResilienceSettings.DEFAULT.retryBudget());
    }

    /** Whoever cancels in that moment may have missed that the retry was paid for. */
    @Test
    void aCallCancelledWhileItsRetryIsPlannedCostsNoToken() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(gate -> Mono.<Answer>never().timeout(Duration.ofSeconds(1)));
        Disposable call = fixture.buy().onErrorComplete().subscribe();
        fixture.whenAskedForTheTime = call::dispose;
        fixture.pass(A_MINUTE);
        assertThat(fixture.transport.attempts()).isEqualTo(1);
        assertThat(fixture.pipeline.retryBudgetLeft()).isEqualTo(ResilienceSettings.DEFAULT.retryBudget());
    }

    /** Whoever cancels in that moment may have missed that the retry has begun; nothing of it is sent. */
    @Test
    void aCallCancelledWhileItsRetryBeginsCostsNoToken() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(refusedConnect()).then(gate -> {
            assertThat(gate.pass()).isFalse();
            return Mono.never();
        });
        Disposable call = fixture.buy().onErrorComplete().subscribe();
        fixture.whenAskedForTheTime = call::dispose;
        fixture.pass(A_MINUTE);
        assertThat(fixture.transport.attempts()).isEqualTo(2);
        assertThat(fixture.pipeline.retryBudgetLeft()).isEqualTo(ResilienceSettings.DEFAULT.retryBudget());
    }

    @Test
    void aRetryAfterBeyondTheDeadlineFailsAtOnce() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(status(429, Duration.ofSeconds(30)));
        StepVerifier.create(fixture.buy())
                .verifyErrorSatisfies(error -> assertOutcome(error, Outcome.NOT_DONE, UnexpectedStatusException.class));
    }

    @Test
    void aSpentBudgetStopsRetriesOfAllCallsAndIsNamed() {
        PipelineFixture fixture = new PipelineFixture(new ResilienceSettings(
                Duration.ofMillis(1), Duration.ofMillis(1), 12, 100, 10_000, Duration.ofSeconds(1), 1));
        fixture.transport.then(4, refusedConnect());
        StepVerifier.create(fixture.balance(CallLimits.DEFAULT))
                .then(() -> fixture.pass(A_MINUTE))
                .verifyError(ServiceUnreachableException.class);
        StepVerifier.create(fixture.balance(CallLimits.DEFAULT))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .hasCauseInstanceOf(ServiceUnreachableException.class)
                        .isInstanceOfSatisfying(
                                CallBlockedException.class,
                                blocked -> assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.RETRY_BUDGET)));
        assertThat(fixture.transport.attempts()).isEqualTo(4);
    }

    @Test
    void aSuccessAtOnceGivesOneTokenBack() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(3, refusedConnect()).then(json(ACCEPTED));
        StepVerifier.create(fixture.buy()).then(() -> fixture.pass(A_MINUTE)).verifyError(GloebitException.class);
        StepVerifier.create(fixture.buy()).expectNextCount(1).verifyComplete();
        assertThat(fixture.pipeline.retryBudgetLeft()).isEqualTo(ResilienceSettings.DEFAULT.retryBudget() - 9);
    }

    @Test
    void aFullPoolBlocksACallThatWasNotSent() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(gate -> Mono.error(new PoolAcquirePendingLimitException(7)));
        StepVerifier.create(fixture.buy(CallLimits.DEFAULT.withAttempts(1)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                CallBlockedException.class,
                                blocked -> assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.CONNECTION_POOL)));
    }

    @Test
    void aCallWhoseClientIsCutOffDuringTheWaitSendsNoMore() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(status(429, Duration.ofSeconds(9)));
        StepVerifier.create(fixture.buy())
                .then(() -> fixture.pass(Duration.ofSeconds(4)))
                .then(fixture.pipeline::cutOff)
                .then(() -> fixture.pass(Duration.ofSeconds(5)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                CallBlockedException.class,
                                blocked -> assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.CLIENT_CLOSED)));
        assertThat(fixture.transport.attempts()).isEqualTo(1);
    }

    @Test
    void cancellingClosesTheGateAndLeavesNothingInFlight() {
        PipelineFixture fixture = new PipelineFixture();
        PublisherProbe<Answer> exchange = PublisherProbe.of(Mono.never());
        fixture.transport.then(gate -> exchange.mono());
        fixture.buy().subscribe().dispose();
        exchange.assertWasCancelled();
        assertThat(fixture.transport.gates.get(0).pass()).isFalse();
        assertThat(fixture.pipeline.inFlightCount()).isZero();
        assertThat(fixture.meters
                        .get("gloebit.client.operation")
                        .tag("outcome", "cancelled")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anAttemptThatBeginsWhileTheCallerCancelsIsNotSent() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(refusedConnect()).then(hang());
        Disposable call = fixture.buy().onErrorComplete().subscribe();
        fixture.whenAskedForTheTime = call::dispose;
        fixture.pass(A_MINUTE);
        assertThat(fixture.transport.gates).hasSizeLessThanOrEqualTo(2).allMatch(gate -> !gate.close());
    }

    @Test
    void waitingForAConnectionDoesNotCountAgainstTheService() {
        PipelineFixture fixture = new PipelineFixture(small(10));
        fixture.transport.then(6, noConnection());
        for (int i = 0; i < 6; i++) {
            StepVerifier.create(fixture.buy(CallLimits.DEFAULT.withAttempts(1)))
                    .then(() -> fixture.pass(A_MINUTE))
                    .verifyError(ServiceUnreachableException.class);
        }
        CircuitBreaker breaker = fixture.breakers.circuitBreaker("gloebit-test-transaction");
        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void noRetryIsSentOnceTheClientIsCutOff() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(lostAnswer());
        StepVerifier.create(fixture.buy()
                        .doOnSubscribe(subscription -> fixture.whenAskedForTheTime = fixture.pipeline::cutOff))
                .then(() -> fixture.pass(A_MINUTE))
                .verifyErrorSatisfies(
                        error -> assertOutcome(error, Outcome.UNKNOWN, TransactionInDoubtException.class));
        assertThat(fixture.transport.attempts()).isEqualTo(1);
    }

    @Test
    void cancellingDuringTheWaitEndsTheCall() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(refusedConnect());
        fixture.buy().subscribe().dispose();
        fixture.pass(A_MINUTE);
        assertThat(fixture.transport.attempts()).isEqualTo(1);
        assertThat(fixture.pipeline.inFlightCount()).isZero();
        assertThat(fixture.pipeline.retryBudgetLeft()).isEqualTo(ResilienceSettings.DEFAULT.retryBudget());
    }

    @Test
    void aRetryThatTheBreakerRefusesCostsNoToken() {
        PipelineFixture fixture = new PipelineFixture();
        // Without Retry-After the wait may be drawn as none.
        fixture.transport.then(status(429, Duration.ofSeconds(9)));
        StepVerifier.create(fixture.balance(CallLimits.DEFAULT))
                .then(() -> fixture.breakers.getAllCircuitBreakers().forEach(CircuitBreaker::transitionToOpenState))
                .then(() -> fixture.pass(A_MINUTE))
                .verifyErrorSatisfies(error -> assertOutcome(error, Outcome.NOT_DONE, CallBlockedException.class));
        assertThat(fixture.pipeline.retryBudgetLeft()).isEqualTo(ResilienceSettings.DEFAULT.retryBudget());
    }

    @Test
    void theSubscribersContextReachesEveryAttempt() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(3, refusedConnect());
        StepVerifier.create(fixture.buy().contextWrite(Context.of("trace", "t-1")))
                .then(() -> fixture.pass(A_MINUTE))
                .verifyError(ServiceUnreachableException.class);
        assertThat(fixture.transport.traceIds).containsExactly("t-1", "t-1", "t-1");
    }

    @Test
    void aCallOfAClosedClientIsRefusedWithoutARequest() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.pipeline.close();
        StepVerifier.create(fixture.buy())
                .verifyErrorSatisfies(error -> assertOutcome(error, Outcome.NOT_DONE, CallBlockedException.class));
        StepVerifier.create(fixture.pipeline.awaitDrained(A_MINUTE)).verifyComplete();
        assertThat(fixture.transport.attempts()).isZero();
    }

    @Test
    void aClientThatIsCutOffRefusesCalls() {
        PipelineFixture fixture = new PipelineFixture();
        assertThat(fixture.pipeline.isClosed()).isFalse();

        fixture.pipeline.cutOff();

        assertThat(fixture.pipeline.isClosed()).isTrue();
        StepVerifier.create(fixture.buy())
                .verifyErrorSatisfies(error -> assertOutcome(error, Outcome.NOT_DONE, CallBlockedException.class));
        assertThat(fixture.transport.attempts()).isZero();
    }

    @Test
    void closingWaitsForCallsInFlightButNotForever() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(hang());
        Disposable call = fixture.buy().subscribe();
        fixture.pipeline.close();
        AtomicBoolean drained = new AtomicBoolean();
        Disposable closing =
                fixture.pipeline.awaitDrained(Duration.ofSeconds(5)).subscribe(null, null, () -> drained.set(true));
        fixture.pass(Duration.ofMillis(4_999));
        assertThat(drained).isFalse();
        fixture.pass(Duration.ofMillis(1));
        assertThat(drained).isTrue();
        assertThat(fixture.pipeline.inFlightCount()).isEqualTo(1);
        closing.dispose();
        call.dispose();
    }

    private static ResilienceSettings small(int window) {
        return new ResilienceSettings(
                Duration.ofMillis(1), Duration.ofMillis(1), 500, 50, window, Duration.ofSeconds(10), 1);
    }

    private static void assertOutcome(Throwable error, Outcome outcome, Class<? extends GloebitException> type) {
        assertThat(error).isInstanceOf(type);
        assertThat(((GloebitException) error).outcome()).isEqualTo(outcome);
    }
}
