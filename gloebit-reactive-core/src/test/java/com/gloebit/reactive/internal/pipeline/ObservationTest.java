package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.internal.pipeline.PipelineFixture.ACCEPTED;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.hang;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.json;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.http.SendGate;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.transaction.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What meters learn of a purchase, in virtual time. */
class ObservationTest {
    private final PipelineFixture fixture = new PipelineFixture();

    @AfterEach
    void close() {
        PipelineFixture.close();
    }

    @Test
    void aCallThatSucceedsAtTheSecondAttemptIsOneOperationOfTwoAttempts() {
        fixture.transport.then(after(1, status(503, Duration.ofSeconds(3)))).then(after(2, json(ACCEPTED)));
        fixture.pass(Duration.ofSeconds(7)); // nothing begins at zero

        StepVerifier.create(buy())
                .then(() -> fixture.pass(Duration.ofSeconds(4)))
                .then(() -> assertThat(fixture.pipeline.retryBudgetLeft())
                        .isEqualTo(ResilienceSettings.DEFAULT.retryBudget() - 5))
                .then(() -> fixture.pass(Duration.ofSeconds(2)))
                .expectNextCount(1)
                .verifyComplete();

        assertTook("gloebit.client.attempt", 1, "status", "5xx", "error", "server-error");
        assertTook("gloebit.client.attempt", 2, "status", "2xx", "error", "none");
        assertTook("gloebit.client.operation", 6, "outcome", "done");
        assertThat(told()).containsExactly("accepted");
        assertNothingIsLeft();
    }

    @Test
    void aFailedCallIsMeteredAsFailed() {
        fixture.transport.then(after(2, status(503)));
        fixture.pass(Duration.ofSeconds(7));

        StepVerifier.create(buy(CallLimits.DEFAULT.withAttempts(1)))
                .then(() -> fixture.pass(Duration.ofSeconds(2)))
                .verifyError(GloebitException.class);

        assertTook("gloebit.client.attempt", 2, "status", "5xx", "error", "server-error");
        assertTook("gloebit.client.operation", 2, "outcome", "unknown");
        assertThat(told()).containsExactly("in.doubt");
        assertNothingIsLeft();
    }

    @Test
    void aCallCancelledAfterItWasSentIsMeteredAsCancelled() {
        fixture.transport.then(hang());
        fixture.pass(Duration.ofSeconds(7));

        StepVerifier.create(buy())
                .then(() -> fixture.pass(Duration.ofSeconds(4)))
                .thenCancel()
                .verify();

        assertTook("gloebit.client.attempt", 4, "status", "none", "error", "cancelled");
        assertTook("gloebit.client.operation", 4, "outcome", "cancelled");
        assertThat(told()).containsExactly("in.doubt");
        assertNothingIsLeft();
    }

    @Test
    void aCallCancelledBetweenTwoAttemptsIsMeteredAsCancelled() {
        fixture.transport.then(status(429, Duration.ofSeconds(9)));

        StepVerifier.create(buy())
                .then(() -> fixture.pass(Duration.ofSeconds(4)))
                .thenCancel()
                .verify();

        assertTook("gloebit.client.attempt", 0, "status", "4xx", "error", "declined");
        assertTook("gloebit.client.operation", 4, "outcome", "cancelled");
        assertThat(fixture.meters.find("gloebit.client.attempt").timers()).hasSize(1);
        assertThat(told()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void aCallOfAClosedClientIsMeteredWithoutAnAttempt() {
        fixture.pass(Duration.ofSeconds(7));
        fixture.pipeline.close();

        StepVerifier.create(buy()).verifyError(GloebitException.class);

        assertTook("gloebit.client.operation", 0, "outcome", "not-done");
        assertThat(fixture.meters.find("gloebit.client.attempt").timers()).isEmpty();
        assertThat(told()).containsExactly("failed");
        assertNothingIsLeft();
    }

    @Test
    void aCallerThatCancelsBecauseItHasTheValueIsOneOperation() {
        fixture.transport.then(json(ACCEPTED)).then(json("{\"success\":true,\"balance\":1}"));

        StepVerifier.create(Flux.from(buy()).take(1)).expectNextCount(1).verifyComplete();
        StepVerifier.create(Flux.concat(fixture.balance(CallLimits.DEFAULT), Mono.never())
                        .next())
                .expectNextCount(1)
                .verifyComplete();

        assertThat(fixture.meters.get("gloebit.client.operation").timers())
                .extracting(Timer::count)
                .containsExactly(1L, 1L);
        assertThat(told()).containsExactly("accepted");
    }

    /** As a registry of Prometheus does with a name that has other tags. */
    @Test
    void aRegistryThatRefusesAMeterDoesNotLoseTheReceipt() {
        fixture.transport.then(json(ACCEPTED));
        fixture.meters.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                throw new IllegalArgumentException("same name, other tags");
            }
        });

        StepVerifier.create(buy()).expectNextCount(1).verifyComplete();
    }

    private Mono<Receipt> buy() {
        return buy(CallLimits.DEFAULT);
    }

    private Mono<Receipt> buy(CallLimits limits) {
        return fixture.buy(limits);
    }

    /** Which counters of purchases were moved. */
    private List<String> told() {
        return fixture.meters.getMeters().stream()
                .filter(meter -> meter instanceof Counter counted && counted.count() > 0)
                .filter(meter -> meter.getId().getName().startsWith("gloebit.purchases"))
                .map(meter -> meter.getId().getName().substring("gloebit.purchases.".length()))
                .toList();
    }

    private static Function<SendGate, Mono<Answer>> after(long seconds, Function<SendGate, Mono<Answer>> step) {
        return gate -> step.apply(gate).delayElement(Duration.ofSeconds(seconds));
    }

    private void assertTook(String meter, long seconds, String... tags) {
        Timer timer = fixture.meters
                .get(meter)
                .tag("endpoint", Endpoints.TRANSACT.name())
                .tags(tags)
                .timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(seconds * 1000.0);
    }

    private void assertNothingIsLeft() {
        assertThat(fixture.pipeline.inFlightCount()).isZero();
        assertThat(fixture.pipeline.retryBudgetLeft()).isEqualTo(ResilienceSettings.DEFAULT.retryBudget());
    }
}
