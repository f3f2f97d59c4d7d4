package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.ScopeMissingException;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.http.Transport;
import com.gloebit.reactive.internal.meter.EndpointMeters;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ResilienceSettings;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What every call goes through, in one order, from the outside in: observation, retry, circuit breaker, timeout of the
 * attempt. The timeout is inside the breaker: one outside would only cancel it, and it would never open. Observation is
 * outermost: it sees what the caller sees, and of a purchase that includes the journal.
 */
public final class Pipeline {
    private final Transport transport;
    private final Resilience resilience;
    private final RetryBudget budget;
    private final Backoff backoff;
    private final MeterRegistry registry;
    private final Scheduler timer;
    private final LongSupplier nanoTime;
    private final InFlight inFlight = new InFlight();
    private final InFlight sequences = new InFlight();
    private volatile boolean cutOff;
    private final ConcurrentMap<Endpoint<?, ?>, EndpointMeters> meters = new ConcurrentHashMap<>();

    public Pipeline(
            Transport transport,
            Resilience resilience,
            ResilienceSettings settings,
            MeterRegistry registry,
            Scheduler timer,
            LongSupplier nanoTime) {
        this.transport = transport;
        this.resilience = resilience;
        this.budget = new RetryBudget(settings.retryBudget());
        this.backoff = new Backoff(settings.firstBackoff(), settings.maxBackoff());
        this.registry = registry;
        this.timer = timer;
        this.nanoTime = nanoTime;
    }

    /** Carries a call out, once for each subscription, and times it. */
    public <A, R> Mono<R> run(Call<A, R> call, CallLimits limits) {
        return measure(call.endpoint(), run(call, limits, new DoubtLedger()));
    }

    /**
     * A part of an operation that is timed as a whole.
     *
     * @param doubt of all subscriptions
     */
    public <A, R> Mono<R> run(Call<A, R> call, CallLimits limits, DoubtLedger doubt) {
        return Mono.deferContextual(
                context -> carryOut(new Operation<>(this, call, limits, doubt), call, limits, context.hasKey(this)));
    }

    /** Times what the caller waits for and is told. It has to be outermost. */
    public <R> Mono<R> measure(Endpoint<?, ?> endpoint, Mono<R> operation) {
        return operation.tap(() -> new OperationTimer<>(meters(endpoint), nanoTime));
    }

    /**
     * Runs several calls as one operation of the caller, such as a purchase with the look-up of its name and the steps of the
     * journal. Closing waits for its end, and until then its calls begin although the client is closed. No sequence begins
     * after the client is closed.
     *
     * @param whenClosed what the caller is told then
     */
    public <T> Mono<T> runAsOne(Mono<T> sequence, Supplier<GloebitException> whenClosed) {
        return Mono.deferContextual(context -> {
            if (context.hasKey(this)) {
                return sequence;
            }
            return sequences.enter()
                    ? Mono.using(() -> sequences, entered -> sequence, InFlight::leave)
                            .contextWrite(own -> own.put(this, true))
                    : Mono.error(whenClosed);
        });
    }

    private <A, R> Mono<R> carryOut(Operation<A, R> operation, Call<A, R> call, CallLimits limits, boolean isPart) {
        GloebitException refused = refuse(operation, call.missingScope(), isPart);
        if (refused != null) {
            return Mono.error(refused);
        }
        return Mono.defer(operation::attempt)
                .transform(CircuitBreakerOperator.of(
                        resilience.breaker(call.endpoint().family())))
                .transform(RetryOperator.of(resilience.retry(call.endpoint().family(), limits.attempts())))
                .onErrorMap(operation::failed)
                .doOnSuccess(value -> operation.succeeded())
                .doOnCancel(operation::cancelled);
    }

    private @Nullable GloebitException refuse(Operation<?, ?> operation, @Nullable Scope missing, boolean isPart) {
        if (missing != null) {
            return operation.refuse((details, cause) -> new ScopeMissingException(missing, details));
        }
        if (isPart) {
            inFlight.enterThoughClosed();
            return null;
        }
        return inFlight.enter()
                ? null
                : operation.refuse(
                        (details, cause) -> new CallBlockedException(BlockedBy.CLIENT_CLOSED, details, cause));
    }

    /** No call begins after this, but those of a sequence that is under way. */
    public void close() {
        inFlight.close();
        sequences.close();
    }

    /** The same; whatever ends last runs the action, at once if nothing is under way. */
    public void close(Runnable action) {
        inFlight.close();
        sequences.close(() -> inFlight.close(action));
    }

    /** No attempt begins after this, and none is repeated. */
    public void cutOff() {
        cutOff = true;
        close();
        resilience.release();
    }

    boolean isCutOff() {
        return cutOff;
    }

    public boolean isClosed() {
        return inFlight.isClosed();
    }

    /** Completes when no call is under way any more, or when the time is up. */
    public Mono<Void> awaitDrained(Duration atMost) {
        return sequences.awaitDrained().then(inFlight.awaitDrained()).timeout(atMost, Mono.empty(), timer);
    }

    /** Operations under way. */
    public long inFlightCount() {
        return inFlight.size();
    }

    /** Tokens left in the retry budget. */
    public int retryBudgetLeft() {
        return budget.left();
    }

    Transport transport() {
        return transport;
    }

    RetryBudget budget() {
        return budget;
    }

    Backoff backoff() {
        return backoff;
    }

    InFlight inFlight() {
        return inFlight;
    }

    Scheduler timer() {
        return timer;
    }

    EndpointMeters meters(Endpoint<?, ?> endpoint) {
        return meters.computeIfAbsent(endpoint, key -> new EndpointMeters(registry, key.name()));
    }

    long now() {
        return nanoTime.getAsLong();
    }
}
