package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Given;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TransactionStatusTest {
    private final CallbackReceiver app =
            new CallbackReceiver(settings -> settings.withJournal(new FaultyJournal(settings.journal())));

    @AfterEach
    void dispose() {
        app.gloebit.dispose();
    }

    @Test
    void theStatusIsThatOfTheJournal() {
        assertThat(status())
                .isEqualTo(new TransactionStatus(
                        CallbackReceiver.ID,
                        PurchaseKind.ITEM,
                        TransactionState.QUEUED,
                        app.clock.instant(),
                        null,
                        null))
                .asString()
                .doesNotContain("ada");
    }

    @Test
    void theStatusShowsWhetherAnEffectIsDue() {
        app.delivery = Mono.error(new IllegalStateException("no delivery"));
        app.called(HoldStep.CONSUME);
        assertThat(status().state()).isEqualTo(TransactionState.CONSUMED);
        assertThat(status().due()).isEqualTo(HoldStep.CONSUME);

        app.delivery = Mono.empty();
        app.recovered(Duration.ofMinutes(1));
        assertThat(status().due()).isNull();
    }

    @Test
    void everySubscriptionReadsTheStatusAnew() {
        Mono<TransactionState> state =
                app.gloebit.holds().status(CallbackReceiver.ID).map(TransactionStatus::state);
        assertThat(state.block(Given.PATIENCE)).isEqualTo(TransactionState.QUEUED);

        app.called(HoldStep.CONSUME);
        assertThat(state.block(Given.PATIENCE)).isEqualTo(TransactionState.CONSUMED);
    }

    @Test
    void theStatusOfAnUnknownTransactionIsEmpty() {
        assertThat(app.gloebit.holds().status(TransactionId.of("order-2")).blockOptional(Given.PATIENCE))
                .isEmpty();
    }

    @Test
    void theStatusFailsWithTheFailureOfTheJournal() {
        ((FaultyJournal) app.settings.journal()).onFind = step -> FaultyJournal.lost();

        StepVerifier.create(app.gloebit.holds().status(CallbackReceiver.ID))
                .expectErrorMessage("the journal's connection is lost")
                .verify(Given.PATIENCE);
    }

    private TransactionStatus status() {
        return Objects.requireNonNull(
                app.gloebit.holds().status(CallbackReceiver.ID).block(Given.PATIENCE));
    }
}
