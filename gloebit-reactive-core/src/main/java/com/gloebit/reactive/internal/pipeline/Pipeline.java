package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.ScopeMissingException;
import com.gloebit.reactive.internal.application.ProcessResources;
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
 * Runs every call through the same layers. From the outside in: observation, retry, circuit breaker, timeout of the
 * attempt.
 *
 * <p>The timeout is inside the breaker: a timeout outside would only cancel the breaker, which would then never open.
 * Observation is outermost, so that it sees what the caller sees; for a purchase that includes the journal.
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
            ProcessResources process) {
        this.transport = transport;
        this.resilience = resilience;
        this.budget = new RetryBudget(settings.retryBudget());
        this.backoff = new Backoff(settings.firstBackoff(), settings.maxBackoff(), process.random());
        this.registry = registry;
        this.timer = process.timer();
        this.nanoTime = process.nanoTime();
    }

    /** Runs a call, once for each subscription, and times it. */
    public <A, R> Mono<R> run(Call<A, R> call, CallLimits limits) {
        return measure(call.endpoint(), run(call, limits, new DoubtLedger()));
    }

    /**
     * Runs a call that is timed as part of a whole.
     *
     * @param ledger the ledger of the operation
     */
    public <A, R> Mono<R> run(Call<A, R> call, CallLimits limits, DoubtLedger ledger) {
        return Mono.deferContextual(context ->
                execute(new CallExecution<>(this, call, limits, ledger), call, limits, context.hasKey(this)));
    }

    /** Times a call or a sequence of calls as the caller sees it. It must be the outermost operator. */
    public <R> Mono<R> measure(Endpoint<?, ?> endpoint, Mono<R> whole) {
        return whole.tap(() -> new CallTimer<>(meters(endpoint), nanoTime));
    }

    /**
     * Runs several calls as one sequence, such as a purchase with the lookup of its payer's name and its
     * journal steps. Closing the client waits for a running sequence, and calls of that sequence may still start. No
     * new sequence starts once the client is closed.
     *
     * @param whenClosed creates the failure of a sequence that may no longer start
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

    private <A, R> Mono<R> execute(CallExecution<A, R> execution, Call<A, R> call, CallLimits limits, boolean isPart) {
        GloebitException blocked = block(execution, call.missingScope(), isPart);
        if (blocked != null) {
            return Mono.error(blocked);
        }
        return Mono.defer(execution::attempt)
                .transform(CircuitBreakerOperator.of(
                        resilience.breaker(call.endpoint().family())))
                .transform(RetryOperator.of(resilience.retry(call.endpoint().family(), limits.attempts())))
                .onErrorMap(execution::failed)
                .doOnSuccess(value -> execution.succeeded())
                .doOnCancel(execution::cancelled);
    }

    private @Nullable GloebitException block(CallExecution<?, ?> execution, @Nullable Scope missing, boolean isPart) {
        if (missing != null) {
            return execution.block((details, cause) -> new ScopeMissingException(missing, details));
        }
        if (isPart) {
            inFlight.enterThoughClosed();
            return null;
        }
        return inFlight.enter()
                ? null
                : execution.block(
                        (details, cause) -> new CallBlockedException(BlockedBy.CLIENT_CLOSED, details, cause));
    }

    /** Stops new calls, except for those of a running sequence. */
    public void close() {
        inFlight.close();
        sequences.close();
    }

    /** Closes, and runs the action when the last call has ended, or at once if none is in flight. */
    public void close(Runnable action) {
        inFlight.close();
        sequences.close(() -> inFlight.close(action));
    }

    /** Stops new attempts and retries. */
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

    /** Completes when no call is in flight, or after the given time. */
    public Mono<Void> awaitDrained(Duration atMost) {
        return sequences.awaitDrained().then(inFlight.awaitDrained()).timeout(atMost, Mono.empty(), timer);
    }

    /** The number of calls in flight. */
    public long inFlightCount() {
        return inFlight.size();
    }

    /** The number of tokens left in the retry budget. */
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
