package com.gloebit.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.gloebit.reactive.internal.endpoint.CallFamily;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SettableClock;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

class ResilienceTest {
    private static final String TRANSACTION = "gloebit-test-transaction";

    private final SettableClock monotonic = new SettableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final RetryRegistry retries = RetryRegistry.ofDefaults();

    @Test
    void ownInstancesAreMeteredUntilTheyAreReleased() {
        Resilience own = resilience(null, null);
        assertThat(meters.find("resilience4j.circuitbreaker.state")
                        .tag("name", TRANSACTION)
                        .gauges())
                .isNotEmpty();
        assertThat(meters.find("resilience4j.retry.calls")
                        .tag("name", TRANSACTION)
                        .functionCounters())
                .isNotEmpty();

        own.release();

        assertThat(meters.getMeters()).isEmpty();
    }

    /** The breaker waits 30 seconds by the monotonic clock. */
    @Test
    void settingTheSystemClockDoesNotKeepABreakerOpen() {
        CircuitBreaker breaker = resilience(null, null).breaker(CallFamily.TRANSACTION);
        breaker.transitionToOpenState();
        monotonic.advance(ResilienceSettings.DEFAULT.openFor().minusMillis(1));
        assertThat(breaker.tryAcquirePermission()).isFalse();

        monotonic.advance(Duration.ofMillis(2));

        assertThat(breaker.tryAcquirePermission()).isTrue();
    }

    @Test
    void metersAreReleasedWhenTheClientIsCutOff() {
        new Pipeline(
                        new ScriptedTransport(),
                        resilience(null, null),
                        ResilienceSettings.DEFAULT,
                        meters,
                        Given.process(Schedulers.immediate()))
                .cutOff();

        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void instancesOfAUsersRegistryAreNotMetered() {
        Resilience users = resilience(breakers, retries);
        assertThat(meters.getMeters()).isEmpty();

        users.release();

        assertThat(breakers.find(TRANSACTION)).isPresent();
        assertThat(retries.find(TRANSACTION)).isPresent();
    }

    @Test
    void theNumbersOfAUsersConfigurationAreUsed() {
        breakers.addConfiguration(
                TRANSACTION,
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(7)
                        .permittedNumberOfCallsInHalfOpenState(9)
                        .build());

        Resilience users = resilience(breakers, retries);

        CircuitBreakerConfig transaction = users.breaker(CallFamily.TRANSACTION).getCircuitBreakerConfig();
        assertThat(transaction.getFailureRateThreshold()).isEqualTo(7);
        assertThat(transaction.getPermittedNumberOfCallsInHalfOpenState()).isEqualTo(9);
        assertThat(users.breaker(CallFamily.ACCOUNT).getCircuitBreakerConfig().getFailureRateThreshold())
                .isEqualTo(ResilienceSettings.DEFAULT.failureRateThreshold());
    }

    @Test
    void anInstanceOfAnotherClientIsShared() {
        Resilience first = resilience(breakers, retries);
        Resilience second = resilience(breakers, retries);

        assertThat(second.breaker(CallFamily.TRANSACTION)).isSameAs(first.breaker(CallFamily.TRANSACTION));
        assertThat(second.retry(CallFamily.TRANSACTION, 3)).isSameAs(first.retry(CallFamily.TRANSACTION, 3));
    }

    @Test
    void aBreakerWithItsOwnPredicateIsRefused() {
        breakers.circuitBreaker(TRANSACTION);

        assertThatIllegalStateException()
                .isThrownBy(() -> resilience(breakers, retries))
                .withMessage("the registry has a circuit breaker named " + TRANSACTION
                        + " that this client did not make; register a configuration under that name instead");
    }

    @Test
    void aRetryWithItsOwnPredicateIsRefused() {
        retries.retry(TRANSACTION);

        assertThatIllegalStateException()
                .isThrownBy(() -> resilience(breakers, retries))
                .withMessage("the registry has a retry named " + TRANSACTION
                        + " that this client did not make; register a configuration under that name instead");
    }

    @Test
    void aRefusedConfigurationLeavesNoMeterBehind() {
        retries.retry(TRANSACTION);

        assertThatIllegalStateException().isThrownBy(() -> resilience(null, retries));

        assertThat(meters.getMeters()).isEmpty();
    }

    private Resilience resilience(
            @Nullable CircuitBreakerRegistry usersBreakers, @Nullable RetryRegistry usersRetries) {
        return new Resilience("test", ResilienceSettings.DEFAULT, 3, usersBreakers, usersRetries, meters, monotonic);
    }
}
