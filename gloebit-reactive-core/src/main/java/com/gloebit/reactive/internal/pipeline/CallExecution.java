package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.FailureKind;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.http.PoolFailures;
import com.gloebit.reactive.internal.http.SendGate;
import com.gloebit.reactive.internal.meter.EndpointMeters;
import com.gloebit.reactive.settings.CallLimits;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One subscription to one call: its attempts, its deadline, and its end. Attempts run one after another; only a
 * cancellation arrives concurrently.
 */
final class CallExecution<A, R> {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Pipeline pipeline;
    private final Call<A, R> call;
    private final Endpoint<A, R> endpoint;
    private final CallLimits limits;
    private final DoubtLedger ledger;
    private final EndpointMeters meters;
    private final long deadline;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean holdsRetryTokens = new AtomicBoolean();

    private int attempts;
    private volatile @Nullable Attempt current;
    private @Nullable AttemptFailure lastFailure;
    private boolean isBudgetExhausted;

    CallExecution(Pipeline pipeline, Call<A, R> call, CallLimits limits, DoubtLedger ledger) {
        this.pipeline = pipeline;
        this.call = call;
        this.endpoint = call.endpoint();
        this.limits = limits;
        this.ledger = ledger;
        this.meters = pipeline.meters(endpoint);
        this.deadline = pipeline.now() + limits.deadline().toNanos();
    }

    /** Sends one request and reads its answer, within the remaining time. */
    Mono<R> attempt() {
        if (pipeline.isCutOff()) {
            return Mono.error(AttemptFailure.clientClosed());
        }
        attempts++;
        Attempt attempt = new Attempt(ledger, pipeline.now());
        current = attempt;
        if (ended.get()) {
            // A concurrent cancellation may have missed this attempt.
            attempt.gate.close();
        } else {
            holdsRetryTokens.set(false);
        }
        long remaining = Math.max(1, deadline - attempt.startedAt);
        long timeout = Math.min(limits.attemptTimeout().toNanos(), remaining);
        return pipeline.transport()
                .exchange(call, attempt.gate)
                .map(answer -> new AttemptEnd<>(read(answer, attempt), null))
                .onErrorResume(error -> Mono.just(new AttemptEnd<>(null, error)))
                .timeout(Duration.ofNanos(timeout), Mono.fromSupplier(AttemptEnd::timedOut), pipeline.timer())
                .flatMap(end -> conclude(end, attempt));
    }

    private Mono<R> conclude(AttemptEnd<R> end, Attempt attempt) {
        Throwable error = end.error();
        if (error == null) {
            return Mono.justOrEmpty(end.value());
        }
        AttemptFailure failure = attemptFailed(error, attempt);
        // After a cancellation there is no subscriber, and Reactor would log an error that it cannot deliver.
        return ended.get() ? Mono.never() : Mono.error(failure);
    }

    /** Reads the answer even if the attempt has already ended: the request was carried out in any case. */
    private R read(Answer answer, Attempt attempt) {
        R value = call.read(answer);
        ledger.recordDone();
        if (attempt.end()) {
            meters.attemptSucceeded(pipeline.now() - attempt.startedAt);
        }
        return value;
    }

    private AttemptFailure attemptFailed(Throwable error, Attempt attempt) {
        boolean wasSent = attempt.gate.close();
        AttemptFailure failure = asFailure(error, wasSent);
        if (attempt.end()) {
            if (wasSent) {
                ledger.recordEnd(failure.kind(), attempt.sentAt);
            }
            meters.attemptFailed(failure.kind(), failure.httpStatus(), pipeline.now() - attempt.startedAt);
        }
        lastFailure = failure;
        planNext(failure);
        return failure;
    }

    private static AttemptFailure asFailure(Throwable error, boolean wasSent) {
        if (error instanceof AttemptFailure failure) {
            return failure;
        }
        if (PoolFailures.isExhausted(error)) {
            return AttemptFailure.poolExhausted(error);
        }
        return !wasSent && error instanceof TimeoutException
                ? AttemptFailure.notConnectedInTime(error)
                : AttemptFailure.transport(wasSent, error);
    }

    /** Plans the next attempt. No attempt starts after the deadline, so a wait that would reach it is not planned. */
    private void planNext(AttemptFailure failure) {
        if (ended.get()
                || !endpoint.repeatSafety().repeatsAfter(failure.kind())
                || attempts >= limits.attempts()
                || pipeline.isCutOff()) {
            return;
        }
        Duration wait = pipeline.backoff().next(attempts);
        Duration retryAfter = failure.retryAfter();
        if (retryAfter != null && retryAfter.compareTo(wait) > 0) {
            wait = retryAfter;
        }
        if (wait.toNanos() >= deadline - pipeline.now()) {
            return;
        }
        if (!pipeline.budget().takeForRetry()) {
            isBudgetExhausted = true;
            return;
        }
        holdsRetryTokens.set(true);
        if (ended.get()) {
            // A concurrent cancellation may have missed the tokens taken here.
            giveBackUnsentRetry();
        }
        LOG.debug("{}: attempt {} failed ({}), next in {}", endpoint, attempts, failure.kind(), wait);
        failure.planRetryAfter(wait);
    }

    void succeeded() {
        if (ended.compareAndSet(false, true)) {
            pipeline.budget().giveBack(attempts - 1);
            leave();
        }
    }

    /** Ends the call and creates the exception for the caller. */
    GloebitException failed(Throwable error) {
        GloebitException failure = withUnknownOutcome(toException(error));
        if (ended.compareAndSet(false, true)) {
            leave();
        }
        return failure;
    }

    /** Closes the gate first: after that, an unsent request is never sent, and a sent one is in doubt. */
    void cancelled() {
        if (ended.compareAndSet(false, true)) {
            Attempt attempt = current;
            if (attempt != null) {
                cancelAttempt(attempt);
            }
            leave();
        }
    }

    private void cancelAttempt(Attempt attempt) {
        boolean wasSent = attempt.gate.close();
        if (attempt.end()) {
            if (wasSent) {
                ledger.recordEnd(FailureKind.LOST, attempt.sentAt);
            }
            meters.attemptCancelled(pipeline.now() - attempt.startedAt);
        }
    }

    /** Creates the failure of a call that is blocked before its first attempt and never counted as in flight. */
    GloebitException block(AttemptFailure.ExceptionFactory why) {
        return withUnknownOutcome(why.create(details(), null));
    }

    private void leave() {
        giveBackUnsentRetry();
        pipeline.inFlight().leave();
    }

    /** Returns the tokens of a retry that was cancelled or blocked before it started, since it caused no load. */
    private void giveBackUnsentRetry() {
        if (holdsRetryTokens.getAndSet(false)) {
            pipeline.budget().giveBack(1);
        }
    }

    private GloebitException toException(Throwable error) {
        if (error instanceof AttemptFailure failure) {
            GloebitException exception = failure.toException(details());
            return isBudgetExhausted
                    ? new CallBlockedException(BlockedBy.RETRY_BUDGET, exception.details(), exception)
                    : exception;
        }
        AttemptFailure last = lastFailure;
        GloebitException previous = last == null ? null : last.toException(details());
        return error instanceof CallNotPermittedException
                ? new CallBlockedException(BlockedBy.CIRCUIT_BREAKER, details(), previous)
                : AttemptFailure.transport(true, error).toException(details());
    }

    private GloebitException withUnknownOutcome(GloebitException failure) {
        return failure.outcome() == Outcome.UNKNOWN ? call.unknownOutcome(failure) : failure;
    }

    private FailureDetails details() {
        return new FailureDetails(endpoint.name(), outcome(), attempts, null, null, null, call.transactionId());
    }

    private Outcome outcome() {
        return endpoint.repeatSafety().reads() ? Outcome.NOT_DONE : ledger.outcome();
    }

    /** One attempt. It ends once: with an answer, with a failure, or because the caller cancelled. */
    private static final class Attempt {
        private final SendGate gate;
        private final long startedAt;
        private final AtomicBoolean ended = new AtomicBoolean();

        private volatile DoubtLedger.SendTime sentAt = DoubtLedger.SendTime.UNKNOWN;

        Attempt(DoubtLedger ledger, long startedAt) {
            this.gate = new SendGate(() -> sentAt = ledger.recordSent());
            this.startedAt = startedAt;
        }

        /** Ends the attempt. Returns true for the first call only. */
        boolean end() {
            return ended.compareAndSet(false, true);
        }
    }

    /**
     * How an attempt ended. A failure is passed on as a value while a timeout or a cancellation may still come first:
     * Reactor logs an error that arrives after them with its stack trace, but drops a value silently.
     *
     * @param value the value that was read; null if the attempt failed
     * @param error the failure; null if the attempt succeeded
     */
    private record AttemptEnd<R>(
            @Nullable R value, @Nullable Throwable error) {
        static <R> AttemptEnd<R> timedOut() {
            return new AttemptEnd<>(null, new TimeoutException("the attempt's time is up"));
        }

        /** Shows no value: Reactor logs a late value at a level below INFO. */
        @Override
        public String toString() {
            return error == null ? "AttemptEnd[success]" : "AttemptEnd[failure]";
        }
    }
}
