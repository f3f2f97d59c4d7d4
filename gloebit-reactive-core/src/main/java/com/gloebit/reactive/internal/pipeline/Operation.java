package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.CallLimits;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.internal.endpoint.Answer;
import com.gloebit.reactive.internal.endpoint.AttemptFailure;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.http.PoolFailures;
import com.gloebit.reactive.internal.http.SendGate;
import com.gloebit.reactive.internal.meter.OperationResult;
import com.gloebit.reactive.internal.meter.RowMeters;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One subscription to one call: its attempts, its deadline, and how it ended. Attempts follow one another; only a
 * cancellation comes from aside.
 */
final class Operation<A, R> {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Pipeline pipeline;
    private final Call<A, R> call;
    private final Endpoint<A, R> endpoint;
    private final CallLimits limits;
    private final DoubtLedger doubt;
    private final CallObserver<? super R> observer;
    private final RowMeters meters;
    private final long began;
    private final long deadline;
    private final AtomicBoolean ended = new AtomicBoolean();

    private int attempts;
    private volatile long attemptBegan;
    private volatile @Nullable SendGate gate;
    private @Nullable AttemptFailure lastFailure;
    private boolean budgetSpent;

    Operation(
            Pipeline pipeline,
            Call<A, R> call,
            CallLimits limits,
            DoubtLedger doubt,
            CallObserver<? super R> observer) {
        this.pipeline = pipeline;
        this.call = call;
        this.endpoint = call.endpoint();
        this.limits = limits;
        this.doubt = doubt;
        this.observer = observer;
        this.meters = pipeline.meters(endpoint);
        this.began = pipeline.now();
        this.deadline = began + limits.deadline().toNanos();
    }

    /** One request and its answer, in what is left of the time. */
    Mono<R> attempt() {
        attempts++;
        attemptBegan = pipeline.now();
        SendGate sending = new SendGate(doubt::sent);
        gate = sending;
        long left = Math.max(1, deadline - attemptBegan);
        long most = Math.min(limits.attemptTimeout().toNanos(), left);
        return pipeline.transport()
                .exchange(call, sending)
                .map(this::read)
                .timeout(Duration.ofNanos(most), pipeline.timer())
                .onErrorMap(error -> attemptFailed(error, sending));
    }

    private R read(Answer answer) {
        R value = call.read(answer);
        doubt.done();
        gate = null;
        meters.attemptSucceeded(pipeline.now() - attemptBegan);
        return value;
    }

    private AttemptFailure attemptFailed(Throwable error, SendGate sending) {
        boolean sent = sending.closeAndTellIfSent();
        gate = null;
        AttemptFailure failure = asFailure(error, sent);
        doubt.ended(failure.kind(), sent);
        meters.attemptFailed(failure.kind(), failure.httpStatus(), pipeline.now() - attemptBegan);
        lastFailure = failure;
        planNext(failure);
        return failure;
    }

    private static AttemptFailure asFailure(Throwable error, boolean sent) {
        if (error instanceof AttemptFailure failure) {
            return failure;
        }
        return PoolFailures.isExhausted(error)
                ? AttemptFailure.poolExhausted(error)
                : AttemptFailure.transport(sent, error);
    }

    /** No attempt begins after the deadline, so a wait that reaches it is not begun either. */
    private void planNext(AttemptFailure failure) {
        if (!endpoint.repeatSafety().repeatsAfter(failure.kind()) || attempts >= limits.attempts()) {
            return;
        }
        Duration wait = pipeline.backoff().next(attempts);
        Duration asked = failure.retryAfter();
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        if (pipeline.now() + wait.toNanos() >= deadline) {
            return;
        }
        if (!pipeline.budget().takeForRetry()) {
            budgetSpent = true;
            return;
        }
        LOG.debug("{}: attempt {} failed ({}), next in {}", endpoint, attempts, failure.kind(), wait);
        failure.sendAgainAfter(wait);
    }

    void succeeded(R value) {
        if (ended.compareAndSet(false, true)) {
            pipeline.budget().giveBack(attempts - 1);
            leave(OperationResult.DONE);
            observer.succeeded(value);
        }
    }

    /** The caller's exception, and the end of the operation. */
    GloebitException failed(Throwable error) {
        GloebitException failure = told(exposed(error));
        if (ended.compareAndSet(false, true)) {
            leave(OperationResult.of(failure.outcome()));
            observer.failed(failure);
        }
        return failure;
    }

    /** Closing the gate first: what was not sent yet will not be sent, and what was sent is in doubt. */
    void cancelled() {
        if (ended.compareAndSet(false, true)) {
            SendGate sending = gate;
            if (sending != null) {
                sending.closeAndTellIfSent();
                meters.attemptCancelled(pipeline.now() - attemptBegan);
            }
            leave(OperationResult.CANCELLED);
            observer.cancelled(outcome());
        }
    }

    /** A failure before the first attempt. The operation was never under way. */
    GloebitException refused(AttemptFailure.Exposed why) {
        GloebitException failure = told(why.from(details(), null));
        meters.operation(OperationResult.of(failure.outcome()), 0);
        observer.failed(failure);
        return failure;
    }

    private void leave(OperationResult result) {
        meters.operation(result, pipeline.now() - began);
        pipeline.inFlight().leave();
    }

    private GloebitException exposed(Throwable error) {
        if (error instanceof AttemptFailure failure) {
            GloebitException exposed = failure.exposed(endpoint.name(), outcome(), attempts);
            return budgetSpent ? new CallBlockedException(BlockedBy.RETRY_BUDGET, exposed.details(), exposed) : exposed;
        }
        AttemptFailure last = lastFailure;
        GloebitException before = last == null ? null : last.exposed(endpoint.name(), outcome(), attempts);
        return error instanceof CallNotPermittedException
                ? new CallBlockedException(BlockedBy.CIRCUIT_BREAKER, details(), before)
                : AttemptFailure.transport(true, error).exposed(endpoint.name(), outcome(), attempts);
    }

    private GloebitException told(GloebitException failure) {
        return failure.outcome() == Outcome.UNKNOWN ? call.inDoubt(failure) : failure;
    }

    private FailureDetails details() {
        return new FailureDetails(endpoint.name(), outcome(), attempts, null, null, null);
    }

    private Outcome outcome() {
        return endpoint.repeatSafety().reads() ? Outcome.NOT_DONE : doubt.outcome();
    }
}
