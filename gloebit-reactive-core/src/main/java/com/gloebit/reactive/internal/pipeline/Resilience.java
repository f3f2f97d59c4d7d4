package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.internal.answer.AttemptFailure;
import com.gloebit.reactive.internal.answer.FailureKind.BreakerCount;
import com.gloebit.reactive.internal.endpoint.CallFamily;
import com.gloebit.reactive.settings.ResilienceSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The Resilience4j circuit breakers and retries, one of each for every family of calls. A configuration in the user's
 * registry under the instance's name sets thresholds; this class decides which failures count.
 */
@SuppressWarnings("UnnecessaryLambda") // compared by identity
public final class Resilience {
    private static final Predicate<Throwable> COUNTS_AS_FAILURE = error -> counts(error, BreakerCount.FAILURE);
    private static final Predicate<Throwable> COUNTS_AS_NOTHING = error -> counts(error, BreakerCount.NOTHING);
    private static final Predicate<Throwable> IS_RETRIED =
            error -> error instanceof AttemptFailure failure && failure.retryDelay() != null;

    /** The wait was set when the attempt ended, from the deadline of the call and the retry budget. */
    private static final IntervalBiFunction<Object> PLANNED_DELAY = (number, result) -> plannedDelay(result);

    /** Serializes naming, so that two clients built at the same time do not choose the same names. */
    private static final Object NAMING_LOCK = new Object();

    private final Map<CallFamily, Guards> guards = new EnumMap<>(CallFamily.class);
    private final List<Runnable> releases = new ArrayList<>();

    private record Guards(CircuitBreaker breaker, Retry retry, ConcurrentMap<Integer, Retry> otherRetries) {}

    /**
     * Creates the circuit breakers and retries. A null registry is created here and its meters are bound. The meters of
     * the user's registry are bound by the user: if they were bound twice, every call would count twice.
     *
     * @param clock measures how long a circuit breaker is open
     */
    public Resilience(
            String environment,
            ResilienceSettings settings,
            int attempts,
            @Nullable CircuitBreakerRegistry userBreakers,
            @Nullable RetryRegistry userRetries,
            MeterRegistry meters,
            Clock clock) {
        CircuitBreakerRegistry breakers = userBreakers == null ? CircuitBreakerRegistry.ofDefaults() : userBreakers;
        RetryRegistry retries = userRetries == null ? RetryRegistry.ofDefaults() : userRetries;
        synchronized (NAMING_LOCK) {
            String breaker = userBreakers == null ? FreeNames.ending(environment, "circuitbreaker", meters) : "";
            String retry = userRetries == null ? FreeNames.ending(environment, "retry", meters) : "";
            for (CallFamily family : CallFamily.values()) {
                guards.put(
                        family,
                        new Guards(
                                breaker(FreeNames.name(environment, family, breaker), settings, breakers, clock),
                                retry(FreeNames.name(environment, family, retry), attempts, retries),
                                new ConcurrentHashMap<>()));
            }
            // Binds last, so that an instance refused above leaves no meters behind.
            if (userBreakers == null) {
                bindOwn(breakers, meters);
            }
            if (userRetries == null) {
                bindOwn(retries, meters);
            }
        }
    }

    private void bindOwn(CircuitBreakerRegistry own, MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(own).bindTo(meters);
        releases.add(() -> own.getAllCircuitBreakers().forEach(breaker -> own.remove(breaker.getName())));
    }

    private void bindOwn(RetryRegistry own, MeterRegistry meters) {
        TaggedRetryMetrics.ofRetryRegistry(own).bindTo(meters);
        releases.add(() -> own.getAllRetries().forEach(retry -> own.remove(retry.getName())));
    }

    /** Empties the registries that were created here, which removes their meters. */
    void release() {
        releases.forEach(Runnable::run);
    }

    CircuitBreaker breaker(CallFamily family) {
        return guards(family).breaker();
    }

    /**
     * Returns the retry for a number of attempts. A call with its own number gets a separate retry; the registry's
     * retry counts the calls with the default number.
     */
    Retry retry(CallFamily family, int attempts) {
        Guards guards = guards(family);
        Retry defaultRetry = guards.retry();
        return defaultRetry.getRetryConfig().getMaxAttempts() == attempts
                ? defaultRetry
                : guards.otherRetries()
                        .computeIfAbsent(attempts, number -> Retry.of(defaultRetry.getName(), retryConfig(number)));
    }

    private Guards guards(CallFamily family) {
        return Objects.requireNonNull(guards.get(family));
    }

    private static CircuitBreaker breaker(
            String name, ResilienceSettings settings, CircuitBreakerRegistry registry, Clock clock) {
        registry.find(name).ifPresent(found -> {
            if (found.getCircuitBreakerConfig().getRecordExceptionPredicate() != COUNTS_AS_FAILURE) {
                throw foreignInstance("circuit breaker", name);
            }
        });
        return registry.circuitBreaker(
                name,
                registry.getConfiguration(name)
                        .map(Resilience::thresholdsOf)
                        .orElseGet(() -> thresholdsOf(settings))
                        // The other strategy parks an event loop when attempts end concurrently.
                        .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                        // Setting the system clock back would keep an open breaker open.
                        .clock(clock)
                        .recordException(COUNTS_AS_FAILURE)
                        .ignoreException(COUNTS_AS_NOTHING)
                        .build());
    }

    private static Retry retry(String name, int attempts, RetryRegistry registry) {
        registry.find(name).ifPresent(found -> {
            if (found.getRetryConfig().getIntervalBiFunction() != PLANNED_DELAY) {
                throw foreignInstance("retry", name);
            }
        });
        return registry.retry(name, retryConfig(attempts));
    }

    private static IllegalStateException foreignInstance(String kind, String name) {
        return new IllegalStateException("the registry has a " + kind + " named " + name
                + " that this client did not make; register a configuration under that name instead");
    }

    private static CircuitBreakerConfig.Builder thresholdsOf(CircuitBreakerConfig users) {
        return CircuitBreakerConfig.custom()
                .failureRateThreshold(users.getFailureRateThreshold())
                .slowCallRateThreshold(users.getSlowCallRateThreshold())
                .slowCallDurationThreshold(users.getSlowCallDurationThreshold())
                .slidingWindow(
                        users.getSlidingWindowSize(), users.getMinimumNumberOfCalls(), users.getSlidingWindowType())
                .waitIntervalFunctionInOpenState(users.getWaitIntervalFunctionInOpenState())
                .permittedNumberOfCallsInHalfOpenState(users.getPermittedNumberOfCallsInHalfOpenState())
                .maxWaitDurationInHalfOpenState(users.getMaxWaitDurationInHalfOpenState())
                .writableStackTraceEnabled(false);
    }

    private static CircuitBreakerConfig.Builder thresholdsOf(ResilienceSettings settings) {
        return CircuitBreakerConfig.custom()
                .failureRateThreshold(settings.failureRateThreshold())
                .slidingWindow(
                        settings.slidingWindow(),
                        Math.max(1, settings.slidingWindow() / 2),
                        CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.trialAttempts())
                .writableStackTraceEnabled(false);
    }

    private static RetryConfig retryConfig(int attempts) {
        return RetryConfig.custom()
                .maxAttempts(attempts)
                .retryOnException(IS_RETRIED)
                .intervalBiFunction(PLANNED_DELAY)
                .build();
    }

    private static long plannedDelay(Either<Throwable, ?> result) {
        Duration wait = result.getLeft() instanceof AttemptFailure failure ? failure.retryDelay() : null;
        return wait == null ? 0 : wait.toMillis();
    }

    private static boolean counts(Throwable error, BreakerCount as) {
        return error instanceof AttemptFailure failure && failure.kind().breakerCount() == as;
    }
}
