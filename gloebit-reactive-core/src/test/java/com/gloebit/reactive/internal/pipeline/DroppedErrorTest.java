package com.gloebit.reactive.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.http.SendGate;
import com.gloebit.reactive.settings.CallLimits;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** A failure that nobody waits for any more is no error in the application's log. */
class DroppedErrorTest {
    private static final CallLimits ONCE = CallLimits.DEFAULT.withAttempts(1);
    private static final Answer SERVER_ERROR = new Answer(503, null, new byte[0], 0);

    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private final PipelineFixture fixture = new PipelineFixture();
    private final Sinks.One<Answer> arrival = Sinks.one();
    private final Disposable.Swap subscription = Disposables.swap();

    @BeforeEach
    void watch() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void stopWatching() {
        Hooks.resetOnErrorDropped();
        PipelineFixture.close();
    }

    @Test
    void aTimeoutWhileAnAnswerIsReadDropsNoError() {
        runsOutOfTime(answer -> answer);
    }

    @Test
    void aConnectionThatBreaksAtTheTimeoutDropsNoError() {
        runsOutOfTime(answer -> {
            throw new NoSuchElementException("a connection that is closed brings nothing");
        });
    }

    private void runsOutOfTime(Function<Answer, Answer> then) {
        fixture.transport.then(afterA(() -> fixture.pass(ONCE.attemptTimeout()), then));

        StepVerifier.create(fixture.buy(ONCE))
                .then(() -> arrival.tryEmitValue(SERVER_ERROR))
                .verifyError(TransactionInDoubtException.class);

        assertThat(dropped).isEmpty();
    }

    @Test
    void aCancellationWhileAnAnswerIsReadDropsNoError() {
        isCancelled(subscription::dispose);
    }

    @Test
    void aCancellationWhileAFailureIsClassifiedDropsNoError() {
        isCancelled(() -> fixture.whenAskedForTheTime = subscription::dispose);
    }

    private void isCancelled(Runnable race) {
        fixture.transport.then(afterA(race, answer -> answer));
        subscription.update(fixture.buy(ONCE).subscribe());

        arrival.tryEmitValue(SERVER_ERROR);

        assertThat(subscription.isDisposed()).isTrue();
        assertThat(fixture.pipeline.inFlightCount()).isZero();
        assertThat(dropped).isEmpty();
    }

    /** The race is run as the answer comes, before it is read. */
    private Function<SendGate, Mono<Answer>> afterA(Runnable race, Function<Answer, Answer> then) {
        return gate -> {
            assertThat(gate.pass()).isTrue();
            return arrival.asMono()
                    .map(answer -> {
                        race.run();
                        return answer;
                    })
                    .map(then);
        };
    }
}
