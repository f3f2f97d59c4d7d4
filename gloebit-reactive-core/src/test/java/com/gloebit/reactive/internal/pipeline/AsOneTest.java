package com.gloebit.reactive.internal.pipeline;

import static com.gloebit.reactive.internal.pipeline.PipelineFixture.ACCEPTED;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.hang;
import static com.gloebit.reactive.internal.pipeline.ScriptedTransport.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.transaction.Receipt;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Sequences of calls that are one call to the caller. A client that closes waits for their end. */
class AsOneTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @AfterEach
    void close() {
        PipelineFixture.close();
    }

    @Test
    void closingWaitsForTheEndOfTheLastCallOfASequence() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(hang()).then(json(ACCEPTED));
        Sinks.Empty<Void> between = Sinks.empty();
        Sinks.Empty<Void> after = Sinks.empty();
        AtomicBoolean closed = new AtomicBoolean();
        Disposable sequence = fixture.pipeline
                .runAsOne(
                        fixture.balance(CallLimits.DEFAULT.withAttempts(1))
                                .onErrorComplete()
                                .then(between.asMono())
                                .then(fixture.buy())
                                .then(after.asMono()),
                        AsOneTest::refusal)
                .subscribe();
        fixture.pipeline.close(() -> closed.set(true));
        fixture.pass(A_MINUTE);
        assertThat(fixture.pipeline.inFlightCount()).isZero();
        assertThat(closed).isFalse();

        between.tryEmitEmpty();
        assertThat(fixture.transport.attempts()).isEqualTo(2);
        StepVerifier.create(fixture.balance(CallLimits.DEFAULT)).verifyErrorSatisfies(AsOneTest::assertRefused);
        assertThat(closed).isFalse();

        after.tryEmitEmpty();
        assertThat(closed).isTrue();
        sequence.dispose();
    }

    @Test
    void aSequenceThatBeginsAfterTheCloseIsRefused() {
        PipelineFixture fixture = new PipelineFixture();
        AtomicBoolean closed = new AtomicBoolean();
        Mono<Receipt> sequence = fixture.pipeline.runAsOne(fixture.buy(), AsOneTest::refusal);
        fixture.pipeline.close(() -> closed.set(true));
        assertThat(closed).isTrue();

        StepVerifier.create(sequence).verifyErrorSatisfies(AsOneTest::assertRefused);
        assertThat(fixture.transport.attempts()).isZero();
    }

    @Test
    void aSequenceEndsOnceHoweverItEnds() {
        PipelineFixture fixture = new PipelineFixture();
        fixture.transport.then(json(ACCEPTED)).then(hang());
        StepVerifier.create(fixture.pipeline.runAsOne(fixture.buy(), AsOneTest::refusal))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(fixture.pipeline.runAsOne(
                        Mono.error(new IllegalStateException("no journal")), AsOneTest::refusal))
                .verifyErrorMessage("no journal");
        fixture.pipeline.runAsOne(fixture.buy(), AsOneTest::refusal).subscribe().dispose();

        fixture.pipeline.close();
        StepVerifier.create(fixture.pipeline.awaitDrained(A_MINUTE)).verifyComplete();
        assertThat(fixture.pipeline.inFlightCount()).isZero();
    }

    private static GloebitException refusal() {
        return new CallBlockedException(BlockedBy.CLIENT_CLOSED, FailureDetails.beforeSending("sequence"), null);
    }

    private static void assertRefused(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(CallBlockedException.class, blocked -> {
            assertThat(blocked.blockedBy()).isEqualTo(BlockedBy.CLIENT_CLOSED);
            assertThat(blocked.outcome()).isEqualTo(Outcome.NOT_DONE);
        });
    }
}
