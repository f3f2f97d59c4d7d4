package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Recovery that goes on by itself; what a single look does is with the callbacks. */
class RecoveryTest {
    private final AtomicInteger looks = new AtomicInteger();
    private final CallbackReceiver app =
            new CallbackReceiver(settings -> settings.withJournal(new AwayAtTheFirstLook(settings.journal(), looks)));

    @AfterEach
    void dispose() {
        app.gloebit.dispose();
    }

    @Test
    void recoveryContinuesAfterAFailedLook() {
        app.delivery = Mono.error(new IllegalStateException("no delivery"));
        app.called(HoldStep.CONSUME);
        app.delivery = Mono.empty();
        app.clock.advance(Duration.ofMinutes(10));

        StepVerifier.create(app.gloebit.holds().recovery(Duration.ofMillis(1)))
                .expectNext(CallbackReceiver.ID)
                .thenCancel()
                .verify(Given.PATIENCE);

        assertThat(looks).hasValueGreaterThanOrEqualTo(2);
        assertThat(app.ran).containsExactly(HoldStep.CONSUME, HoldStep.CONSUME);
    }

    @Test
    void recoveryEndsOnceTheClientIsClosed() {
        StepVerifier.create(app.gloebit.holds().recovery(Duration.ofMillis(1)))
                .then(app.gloebit::close)
                .expectComplete()
                .verify(Given.PATIENCE);
    }

    @Test
    void theEndOfRecoveryCutsOffNoEffect() {
        app.delivery = Mono.error(new IllegalStateException("no delivery"));
        app.called(HoldStep.CONSUME);
        Sinks.Empty<Void> delivered = Sinks.empty();
        Sinks.Empty<Void> begun = Sinks.empty();
        app.delivery = Mono.fromRunnable(begun::tryEmitEmpty).then(delivered.asMono());
        app.clock.advance(Duration.ofMinutes(10));

        StepVerifier.create(app.gloebit.holds().recovery(Duration.ofMillis(1)))
                .then(() -> begun.asMono().block(Given.PATIENCE))
                .then(app.gloebit::close)
                .then(delivered::tryEmitEmpty)
                .expectNext(CallbackReceiver.ID)
                .expectComplete()
                .verify(Given.PATIENCE);
        assertThat(app.entry().due()).isNull();
    }

    @Test
    void recoveryWithoutAPauseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.gloebit.holds().recovery(Duration.ZERO))
                .withMessageContaining("pause");
    }

    private record AwayAtTheFirstLook(TransactionJournal journal, AtomicInteger looks) implements TransactionJournal {
        @Override
        public Mono<Boolean> record(JournalEntry entry) {
            return journal.record(entry);
        }

        @Override
        public Mono<JournalEntry> find(TransactionId id) {
            return journal.find(id);
        }

        @Override
        public Mono<Boolean> replace(JournalEntry expected, JournalEntry next) {
            return journal.replace(expected, next);
        }

        @Override
        public Flux<JournalEntry> due(Instant now, int atMost) {
            return looks.getAndIncrement() == 0
                    ? Flux.error(new IllegalStateException("away"))
                    : journal.due(now, atMost);
        }
    }
}
