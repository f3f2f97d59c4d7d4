package com.gloebit.reactive.internal.pipeline;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.ProcessResources;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.purchase.PurchaseService;
import com.gloebit.reactive.internal.subject.ProductChange;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.settings.ResilienceSettings;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SettableClock;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A pipeline over a script, in virtual time: 3 attempts of 10 seconds, 30 seconds in all. */
final class PipelineFixture {
    static final TransactionId ID = TransactionId.of("order-1");

    private static final ItemPurchase TORCH = ItemPurchase.of(ID, "torch", 3).withUsername("ada");

    static final Duration LATE_REQUEST_LIMIT = Duration.ofMinutes(30);

    static final String ACCEPTED = "{\"success\":true,\"reason\":\"success\",\"id\":\"order-1\"}";

    final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    final ScriptedTransport transport = new ScriptedTransport();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    final Pipeline pipeline;
    final SettableClock clock = new SettableClock();
    final PurchaseService purchases;

    /** Run whenever the pipeline looks at the clock: a foot in the door of a race. */
    Runnable whenAskedForTheTime = () -> {};

    PipelineFixture() {
        this(ResilienceSettings.DEFAULT);
    }

    PipelineFixture(ResilienceSettings settings) {
        ProcessResources process = new ProcessResources(Schedulers.parallel(), this::now, ThreadLocalRandom::current);
        Resilience resilience = new Resilience(
                "test",
                settings,
                CallLimits.DEFAULT.attempts(),
                breakers,
                RetryRegistry.ofDefaults(),
                meters,
                Clock.systemUTC());
        this.pipeline = new Pipeline(transport, resilience, settings, meters, process);
        this.purchases = new PurchaseService(
                new Application(Given.SECRETS, clock),
                TransactVersion.V1,
                LATE_REQUEST_LIMIT,
                () -> clock.millis() * 1_000_000,
                meters,
                null);
    }

    private long now() {
        whenAskedForTheTime.run();
        return time.now(TimeUnit.NANOSECONDS);
    }

    <A, R> Mono<R> run(Endpoint<A, R> endpoint, A argument, CallLimits limits) {
        Call<A, R> call = Call.of(endpoint, argument, Credential.of("token-of-ada"));
        return pipeline.run(call, limits);
    }

    @SuppressWarnings("NullAway") // null is the only value of Void
    Mono<BigDecimal> balance(CallLimits limits) {
        return run(Endpoints.BALANCE, null, limits);
    }

    Mono<Receipt> buy(CallLimits limits) {
        return purchases.submit(TORCH, new EndpointInvoker(pipeline, Credential.of("token-of-ada"), null, limits));
    }

    Mono<Receipt> resend(PendingPurchase pending) {
        return purchases.resend(
                pending,
                new EndpointInvoker(pipeline, Credential.of("token-of-ada"), null, CallLimits.DEFAULT.withAttempts(1)));
    }

    Mono<Receipt> buy() {
        return buy(CallLimits.DEFAULT);
    }

    Mono<Long> consume() {
        return run(Endpoints.CONSUME_USER_PRODUCT, new ProductChange("Torch", 1, null), CallLimits.DEFAULT);
    }

    /** After each test. */
    static void close() {
        VirtualTimeScheduler.reset();
        ScriptedTransport.requireNoneTooMany();
    }

    void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }
}
