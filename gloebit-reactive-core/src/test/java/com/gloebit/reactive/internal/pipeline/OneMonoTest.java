package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.internal.pipeline.PipelineFixture.ACCEPTED;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.json;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.lostAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.purchase.PurchaseService;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.Given;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Two subscriptions of one purchase at once. */
class OneMonoTest {
    private final PipelineFixture fixture = new PipelineFixture();

    @AfterEach
    void close() {
        PipelineFixture.close();
    }

    /** Nobody is told that it did not happen while the other is in doubt. */
    @Test
    void twoSubscriptionsOfOneMonoBuyWithTheSameLookedUpName() {
        Sinks.One<Answer> late = Sinks.one();
        fixture.transport
                .then(gate -> late.asMono().doOnSubscribe(asked -> gate.pass()))
                .then(json("{\"success\":true,\"id\":\"u-1\",\"name\":\"ada\"}"))
                .then(lostAnswer())
                .then(json(ACCEPTED));
        Mono<Receipt> purchase = purchases()
                .submit(
                        ItemPurchase.of(TransactionId.of("order-1"), "torch", 3),
                        new EndpointInvoker(
                                fixture.pipeline, Given.CREDENTIAL, null, CallLimits.DEFAULT.withAttempts(1)));

        StepVerifier.create(purchase)
                .then(() -> Failures.of(purchase, TransactionInDoubtException.class))
                .then(() -> late.tryEmitError(new IOException("reset")))
                .expectNextCount(1)
                .expectComplete()
                .verify(Given.PATIENCE);

        assertThat(fixture.transport.bodies.get(3)).isEqualTo(fixture.transport.bodies.get(2));
    }

    private PurchaseService purchases() {
        return new PurchaseService(
                new Application(Given.SECRETS, Given.CLOCK),
                TransactVersion.V1,
                Duration.ofMinutes(30),
                System::nanoTime,
                fixture.meters,
                null);
    }
}
