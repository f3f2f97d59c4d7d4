package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.internal.endpoint.AttemptFailure;
import com.gloebit.reactive.internal.endpoint.CallFamily;
import com.gloebit.reactive.internal.endpoint.FailureKind.BreakerCount;
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
 * The circuit breakers and retries of Resilience4j, one of each for every family of calls. A user's
 * registry of breakers gives numbers, by a configuration under the instance's name; what counts stays ours.
 */
@SuppressWarnings("UnnecessaryLambda") // each is told by its identity
public final class Resilience {
    private static final Predicate<Throwable> COUNTS_AS_FAILURE = error -> counts(error, BreakerCount.FAILURE);
    private static final Predicate<Throwable> COUNTS_AS_NOTHING = error -> counts(error, BreakerCount.NOTHING);
    private static final Predicate<Throwable> IS_REPEATED =
            error -> error instanceof AttemptFailure failure && failure.retryDelay() != null;

    /** The wait was decided when the attempt ended, with the call's deadline and the client's budget in view. */
    private static final IntervalBiFunction<Object> WAIT = (number, result) -> waitBefore(result);

    /** Two clients that are made at the same time must not find the same names free. */
    private static final Object NAMING = new Object();

    private final Map<CallFamily, Guards> guards = new EnumMap<>(CallFamily.class);
    private final List<Runnable> releases = new ArrayList<>();

    private record Guards(CircuitBreaker breaker, Retry retry, ConcurrentMap<Integer, Retry> otherRetries) {}

    /**
     * Registries that are null are made here, and their meters are bound. The meters of a user's registry are the
     * user's to bind: bound twice, every call would count twice.
     */
    public Resilience(
            String environment,
            ResilienceSettings settings,
            int attempts,
            @Nullable CircuitBreakerRegistry usersBreakers,
            @Nullable RetryRegistry usersRetries,
            MeterRegistry meters) {
        CircuitBreakerRegistry breakers = usersBreakers == null ? CircuitBreakerRegistry.ofDefaults() : usersBreakers;
        RetryRegistry retries = usersRetries == null ? RetryRegistry.ofDefaults() : usersRetries;
        synchronized (NAMING) {
            String breaker = usersBreakers == null ? FreeNames.ending(environment, "circuitbreaker", meters) : "";
            String retry = usersRetries == null ? FreeNames.ending(environment, "retry", meters) : "";
            for (CallFamily family : CallFamily.values()) {
                guards.put(
                        family,
                        new Guards(
                                breaker(FreeNames.name(environment, family, breaker), settings, breakers),
                                retry(FreeNames.name(environment, family, retry), attempts, retries),
                                new ConcurrentHashMap<>()));
            }
            // Last: what is refused above leaves no meter behind.
            if (usersBreakers == null) {
                bindOwn(breakers, meters);
            }
            if (usersRetries == null) {
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

    /** Empties the registries that were made here, and with that takes their meters out. */
    void release() {
        releases.forEach(Runnable::run);
    }

    CircuitBreaker breaker(CallFamily family) {
        return guards(family).breaker();
    }

    /** A call with its own number of attempts has a retry of its own; the registry's counts the usual ones. */
    Retry retry(CallFamily family, int attempts) {
        Guards guards = guards(family);
        Retry usual = guards.retry();
        return usual.getRetryConfig().getMaxAttempts() == attempts
                ? usual
                : guards.otherRetries()
                        .computeIfAbsent(attempts, number -> Retry.of(usual.getName(), retryConfig(number)));
    }

    private Guards guards(CallFamily family) {
        return Objects.requireNonNull(guards.get(family));
    }

    private static CircuitBreaker breaker(String name, ResilienceSettings settings, CircuitBreakerRegistry registry) {
        registry.find(name).ifPresent(found -> {
            if (found.getCircuitBreakerConfig().getRecordExceptionPredicate() != COUNTS_AS_FAILURE) {
                throw foreign("circuit breaker", name);
            }
        });
        return registry.circuitBreaker(
                name,
                registry.getConfiguration(name)
                        .map(Resilience::numbersOf)
                        .orElseGet(() -> numbersOf(settings))
                        // The other strategy parks an event loop where attempts end at the same time.
                        .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                        .recordException(COUNTS_AS_FAILURE)
                        .ignoreException(COUNTS_AS_NOTHING)
                        .build());
    }

    private static Retry retry(String name, int attempts, RetryRegistry registry) {
        registry.find(name).ifPresent(found -> {
            if (found.getRetryConfig().getIntervalBiFunction() != WAIT) {
                throw foreign("retry", name);
            }
        });
        return registry.retry(name, retryConfig(attempts));
    }

    private static IllegalStateException foreign(String kind, String name) {
        return new IllegalStateException("the registry has a " + kind + " named " + name
                + " that this client did not make; register a configuration under that name instead");
    }

    private static CircuitBreakerConfig.Builder numbersOf(CircuitBreakerConfig users) {
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

    private static CircuitBreakerConfig.Builder numbersOf(ResilienceSettings settings) {
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
                .retryOnException(IS_REPEATED)
                .intervalBiFunction(WAIT)
                .build();
    }

    private static long waitBefore(Either<Throwable, ?> result) {
        Duration wait = result.getLeft() instanceof AttemptFailure failure ? failure.retryDelay() : null;
        return wait == null ? 0 : wait.toMillis();
    }

    private static boolean counts(Throwable error, BreakerCount as) {
        return error instanceof AttemptFailure failure && failure.kind().breakerCount() == as;
    }
}
